import { useSearchParams } from "wouter";
import { enumKey, useWords } from "../../../kit/i18n/words";
import { ButtonLink } from "../../../kit/ui/Button";
import { Page } from "../../../kit/ui/Page";
import { useDebounced } from "../../../kit/useDebounced";
import { canLog, useViewer } from "../../../kit/viewer";
import { filterOf, type Narrowing, narrowingOf } from "../narrowing";
import { MeetingList } from "../parts/MeetingList";
import { NarrowMeetings } from "../parts/NarrowMeetings";

/** The meetings that are open to her, the last first; what they are narrowed to stands in the address. */
export function MeetingsPage() {
  const { t } = useWords();
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const narrowing = narrowingOf(params);
  const search = useDebounced(narrowing.search);

  const change = (part: Partial<Narrowing>) => {
    const { search, isMine, officeId, category, from, to } = { ...narrowing, ...part };
    setParams(
      {
        ...(search ? { search } : {}),
        ...(isMine ? { mine: "" } : {}),
        ...(officeId ? { office: officeId } : {}),
        ...(category ? { category } : {}),
        ...(from ? { from } : {}),
        ...(to ? { to } : {}),
      },
      { replace: true },
    );
  };

  return (
    <Page
      title={t("nav.meetings")}
      tab={t("nav.meetings")}
      lead={
        canLog(viewer) ? null : t(enumKey("meetings.lead", viewer.role, "meetings.lead.PARTNER"))
      }
      isPhoneAct
      act={
        canLog(viewer) ? (
          <ButtonLink weight="main" href="/meetings/new">
            {t("act.met")}
          </ButtonLink>
        ) : null
      }
    >
      <NarrowMeetings narrowing={narrowing} change={change} />
      <MeetingList filter={filterOf({ ...narrowing, search }, viewer.member?.id ?? null)} />
    </Page>
  );
}
