import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import "../kit/ui/base.css";
import { App } from "./App";

const page = document.getElementById("page");
if (!page) throw new Error("index.html has no element to draw the page in");

createRoot(page).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
