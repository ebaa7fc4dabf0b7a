package nl.wegwijzer.page;

/**
 * The frame around an official's page.
 *
 * @param title of the tab, without content of any case
 * @param assets addresses of styles and scripts
 * @param person who is signed in, empty before sign-in
 * @param administrator whether the person manages people, so that the menu shows the board's page
 * @param formToken value of the hidden field {@code bewijs} in the sign-out form
 * @param texts words of the officials' side
 */
public record StaffFrame(
        String title, Assets assets, String person, boolean administrator, String formToken, StaffTexts texts) {

    /** Returns a frame for somebody who is not signed in. */
    public static StaffFrame anonymous(String title, Assets assets, StaffTexts texts) {
        return new StaffFrame(title, assets, "", false, "", texts);
    }
}
