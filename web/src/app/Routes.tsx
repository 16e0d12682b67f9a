import { Route, Switch } from "wouter";
import { MePage } from "../concepts/access/pages/MePage";
import { CoveragePage } from "../concepts/coverage/pages/CoveragePage";
import { HomePage } from "../concepts/follow_ups/pages/HomePage";
import { AfterMeetingPage } from "../concepts/meetings/pages/AfterMeetingPage";
import { MeetingPage } from "../concepts/meetings/pages/MeetingPage";
import { OfficePage } from "../concepts/stakeholders/pages/OfficePage";
import { OfficesPage } from "../concepts/stakeholders/pages/OfficesPage";
import { NotFound } from "./NotFound";

export function Routes({ onSignedOut }: { onSignedOut: () => void }) {
  return (
    <Switch>
      <Route path="/" component={HomePage} />
      <Route path="/offices" component={OfficesPage} />
      <Route path="/offices/:id">{({ id }) => <OfficePage key={id} id={id} />}</Route>
      <Route path="/meetings/new" component={AfterMeetingPage} />
      <Route path="/meetings/:id">{({ id }) => <MeetingPage key={id} id={id} />}</Route>
      <Route path="/whom-we-met" component={CoveragePage} />
      <Route path="/me">
        <MePage onSignedOut={onSignedOut} />
      </Route>
      <Route component={NotFound} />
    </Switch>
  );
}
