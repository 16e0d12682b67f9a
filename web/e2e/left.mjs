/**
 * What the browser still holds, except for the language in which the sign-in is shown.
 * @param {import("playwright-core").Page} page
 */
export async function leftInTheBrowser(page) {
  return page.evaluate(async () => {
    /** @type {Record<string, unknown>} */
    const left = Object.fromEntries(
      Object.entries(localStorage).filter(([key]) => key !== "rabta.language"),
    );
    for (const { name = "" } of await indexedDB.databases()) {
      /** @type {IDBDatabase} */
      const db = await new Promise((resolve) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
      });
      for (const store of db.objectStoreNames) {
        const rows = await new Promise((resolve) => {
          const request = db.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
        });
        if (rows.length > 0) left[`${name}.${store}`] = rows;
      }
      db.close();
    }
    const caught = await Promise.all(
      (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
    );
    // The worker keeps the files of the page, which are the same for everybody.
    const others = caught
      .flat()
      .map(({ url }) => new URL(url).pathname)
      .filter((path) => path !== "/index.html" && !path.startsWith("/assets/"));
    if (others.length > 0) left.caches = others;
    return JSON.stringify(left);
  });
}
