import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../kit/ui/base.css";
import { App } from "./App";
import { keepShell } from "./keepShell";

const page = document.getElementById("page");
if (!page) throw new Error("index.html has no element to draw the page in");

createRoot(page).render(
  <StrictMode>
    <App />
  </StrictMode>,
);

// After the page is there, which is what she waits for.
if (import.meta.env.PROD) {
  window.addEventListener("load", () => void keepShell().catch(reportError));
}
