package nl.wegwijzer.casework;

import nl.wegwijzer.account.StaffSite;

/** The casework of a test's site, put together as the application does. */
final class CaseworkSite {
    private CaseworkSite() {}

    /** Adds inbox, cases and reading along; before the site starts. */
    static void mountCases(StaffSite site) {
        new CaseworkRoutes(
                        new Inbox(site.database),
                        new CaseFile(site.database, site.audit, site.clock),
                        new CaseChanges(site.database, site.audit, site.clock),
                        new Sharing(site.database, site.audit, site.clock),
                        site.signedIn,
                        site.pages,
                        site.clock)
                .mount(site.router);
    }
}
