/** Starts the page. */

import { render } from "preact";
import { useEffect } from "preact/hooks";
import { announcement, isUnsaved, language as languages, loadQueue, openPlan, review } from "./app";
import { QueueView } from "./queue/queue";
import { takeToken } from "./server/client";
import { Help } from "./shell/help";
import { onKeyDown } from "./shell/keys";
import { PlanView } from "./shell/plan";
import { useStore } from "./store";
import "./style/base.css";
import "./style/plan.css";
import { say } from "./words";

function Page() {
  const language = useStore(languages, (one) => one);
  const isPlanOpen = useStore(review, (one) => one !== null);
  const file = useStore(review, (one) => one?.document.file ?? "");
  const said = useStore(announcement, (one) => one);
  useEffect(() => {
    document.title = file ? `${file} – ${say("product", language)}` : say("product", language);
  }, [file, language]);
  return (
    <>
      {isPlanOpen ? <PlanView language={language} /> : <QueueView language={language} />}
      <Help language={language} />
      <p class="announcement" role="status" aria-live="polite">{said}</p>
    </>
  );
}

const planInAddress = (): string | null => new URLSearchParams(location.hash.slice(1)).get("plan");

takeToken();
document.documentElement.lang = languages.get();
window.addEventListener("keydown", onKeyDown);
window.addEventListener("beforeunload", (event) => {
  if (isUnsaved()) event.preventDefault();
});
render(<Page />, document.getElementById("page") as HTMLElement);
await loadQueue();
const id = planInAddress();
if (id !== null) await openPlan(id);
