import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { afterEach, beforeEach, vi } from "vitest";
import { ticks } from "../src/concepts/follow_ups/ticks";
import { meetings, type WaitingMeeting } from "../src/concepts/meetings/unsent/unsentMeeting";
import { mends } from "../src/concepts/meetings/unsent/unsentMend";
import { Desk } from "../src/kit/offline/desk";
import type { Post } from "../src/kit/offline/post";
import type { Answer, Waiting } from "../src/kit/offline/unsent";

export const PRESSED = new Date("2025-06-03T06:00:00.000Z");
const desks: Desk[] = [];

/** What a tab has at hand; a second one is a second tab, or the same page after a reload. */
export async function open(userId = "user_saima"): Promise<Desk> {
  const desk = new Desk(userId, [meetings, mends, ticks]);
  desks.push(desk);
  await desk.open();
  return desk;
}

/** What was said in a meeting that is being sent. */
export function saidIn({ state }: Waiting): string {
  return (state as WaitingMeeting["state"]).input.said?.text ?? "";
}

/** A server that answers each meeting as told, by what was said in it. */
export function answering(answers: Record<string, Answer>): Post & { sent: string[] } {
  const sent: string[] = [];
  return {
    sent,
    reach: async () => "reached",
    async send(waiting) {
      const said = saidIn(waiting);
      sent.push(said);
      return answers[said] ?? { kind: "named" };
    },
  };
}

/** A machine of its own for each test, on which nothing lies yet. */
export function useMachine(): void {
  beforeEach(() => {
    vi.stubGlobal("indexedDB", new IDBFactory());
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
      removeItem: (key: string) => kept.delete(key),
    });
  });

  afterEach(() => {
    for (const desk of desks.splice(0)) desk.close();
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });
}
