import { Route, Switch } from "wouter";
import { MePage } from "../concepts/access/pages/MePage";
import { PromisePage } from "../concepts/commitments/pages/PromisePage";
import { PromisesPage } from "../concepts/commitments/pages/PromisesPage";
import { CoveragePage } from "../concepts/coverage/pages/CoveragePage";
import { LetterPage } from "../concepts/documents/pages/LetterPage";
import { LettersPage } from "../concepts/documents/pages/LettersPage";
import { HomePage } from "../concepts/follow_ups/pages/HomePage";
import { AfterMeetingPage } from "../concepts/meetings/pages/AfterMeetingPage";
import { MayNotLogPage } from "../concepts/meetings/pages/MayNotLogPage";
import { MeetingByIdPage } from "../concepts/meetings/pages/MeetingByIdPage";
import { MeetingsPage } from "../concepts/meetings/pages/MeetingsPage";
import { MendMeetingPage } from "../concepts/meetings/pages/MendMeetingPage";
import { NewTargetListPage } from "../concepts/results/pages/NewTargetListPage";
import { TargetListPage } from "../concepts/results/pages/TargetListPage";
import { TargetListsPage } from "../concepts/results/pages/TargetListsPage";
import { MendOfficePage } from "../concepts/stakeholders/pages/MendOfficePage";
import { NewOfficePage } from "../concepts/stakeholders/pages/NewOfficePage";
import { OfficePage } from "../concepts/stakeholders/pages/OfficePage";
import { OfficesPage } from "../concepts/stakeholders/pages/OfficesPage";
import { Absent } from "../kit/ui/Absent";
import { canLog, isCoordinator, useViewer } from "../kit/viewer";

export function Routes({ onSignedOut }: { onSignedOut: () => void }) {
  const viewer = useViewer();
  return (
    <Switch>
      <Route path="/" component={canLog(viewer) ? HomePage : MeetingsPage} />
      <Route path="/offices" component={OfficesPage} />
      {isCoordinator(viewer) ? <Route path="/offices/new" component={NewOfficePage} /> : null}
      {isCoordinator(viewer) ? (
        <Route path="/offices/:id/mend">{({ id }) => <MendOfficePage key={id} id={id} />}</Route>
      ) : null}
      <Route path="/offices/:id">{({ id }) => <OfficePage key={id} id={id} />}</Route>
      <Route path="/meetings" component={MeetingsPage} />
      <Route path="/meetings/new">
        {canLog(viewer) ? <AfterMeetingPage /> : <MayNotLogPage />}
      </Route>
      <Route path="/meetings/:id/form">{({ id }) => <AfterMeetingPage key={id} id={id} />}</Route>
      <Route path="/meetings/:id/mend">{({ id }) => <MendMeetingPage key={id} id={id} />}</Route>
      <Route path="/meetings/:id">{({ id }) => <MeetingByIdPage key={id} id={id} />}</Route>
      <Route path="/letters" component={LettersPage} />
      <Route path="/letters/:id">{({ id }) => <LetterPage key={id} id={id} />}</Route>
      <Route path="/promises" component={PromisesPage} />
      <Route path="/promises/:id">{({ id }) => <PromisePage key={id} id={id} />}</Route>
      <Route path="/whom-we-met" component={CoveragePage} />
      <Route path="/whom-we-met/lists" component={TargetListsPage} />
      {isCoordinator(viewer) ? (
        <Route path="/whom-we-met/lists/new" component={NewTargetListPage} />
      ) : null}
      <Route path="/whom-we-met/lists/:id">{({ id }) => <TargetListPage key={id} id={id} />}</Route>
      <Route path="/me">
        <MePage onSignedOut={onSignedOut} />
      </Route>
      <Route>
        <Absent />
      </Route>
    </Switch>
  );
}
