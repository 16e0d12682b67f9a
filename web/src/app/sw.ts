import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from "workbox-precaching";
import { NavigationRoute, registerRoute } from "workbox-routing";
import { PAGES } from "./pages";

// The build puts the list of its files in the place of the name.
declare const self: { FILES: PrecacheEntry[]; skipWaiting: () => void } & EventTarget;

/**
 * Keeps the files of the page, and nothing else: what the server answers to a question is never seen
 * by it. A new version waits until the page tells it to take over.
 */
precacheAndRoute(self.FILES);
cleanupOutdatedCaches();
registerRoute(new NavigationRoute(createHandlerBoundToURL("/index.html"), { allowlist: [PAGES] }));

// The page has nothing else to say to it.
self.addEventListener("message", () => self.skipWaiting());
