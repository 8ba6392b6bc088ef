package plumbline.mock.state.listing;

import java.util.List;
import java.util.Set;

/** The usual names of what clients say of lists, without regard to case and punctuation. */
public final class Terms {
    private static final Set<String> LIMITS = Set.of(
            "limit",
            "perpage",
            "pagesize",
            "size",
            "count",
            "maxresults",
            "maxitems",
            "first",
            "top",
            "take",
            "pagelimit",
            "resultsperpage",
            "itemsperpage");
    private static final Set<String> OFFSETS = Set.of("offset", "skip", "start", "pageoffset", "startindex", "startat");
    private static final Set<String> NUMBERS = Set.of("page", "pagenumber", "pageindex", "pageno", "currentpage");
    private static final Set<String> CURSORS = Set.of(
            "cursor",
            "after",
            "pagetoken",
            "startingafter",
            "next",
            "nexttoken",
            "nextcursor",
            "continuationtoken",
            "continue",
            "pagecursor",
            "pageafter",
            "marker",
            "bookmark",
            "startcursor",
            "nextpagetoken",
            "pageinfo",
            "since",
            "sinceid");
    private static final Set<String> BACKS = Set.of("before", "endingbefore", "pagebefore");
    private static final Set<String> NEXTS = Set.of(
            "next",
            "nextlink",
            "odatanextlink",
            "nexturl",
            "nextpageurl",
            "nextpageuri",
            "nextcursor",
            "nextpagetoken",
            "nexttoken",
            "endcursor",
            "nextpage",
            "continuationtoken",
            "after",
            "cursor");
    private static final Set<String> SORTS = Set.of("sort", "sortby", "orderby", "ordering", "order", "sortfield");
    private static final Set<String> DIRECTIONS =
            Set.of("order", "direction", "dir", "sortorder", "sortdir", "sortdirection", "orderdir", "orderdirection");
    private static final Set<String> SEARCHES =
            Set.of("q", "query", "search", "searchterm", "searchquery", "term", "text", "keyword", "keywords");

    private Terms() {}

    /** {@return whether a parameter of this name limits how many items a page has} */
    public static boolean isLimit(String name) {
        return LIMITS.contains(Wish.plain(name));
    }

    /** {@return whether a parameter of this name tells how many items come before the page} */
    public static boolean isOffset(String name) {
        return OFFSETS.contains(Wish.plain(name));
    }

    /** {@return whether a parameter of this name is the number of the page} */
    public static boolean isNumber(String name) {
        return NUMBERS.contains(Wish.plain(name));
    }

    /** {@return whether a parameter of this name tells after what the page begins} */
    public static boolean isCursor(String name) {
        return CURSORS.contains(Wish.plain(name));
    }

    /** {@return whether a parameter of this name tells before what the page ends} */
    public static boolean isBack(String name) {
        return BACKS.contains(Wish.plain(name));
    }

    /** {@return whether a parameter of this name is older than cursors: it names an item, if it is no time} */
    public static boolean isSince(String name) {
        return mayBeTime(name) || "sinceid".equals(Wish.plain(name));
    }

    /** {@return whether a parameter of this name tells a time, unless it is a small number} */
    public static boolean mayBeTime(String name) {
        return "since".equals(Wish.plain(name));
    }

    /** {@return whether a text begins like a date, or is as long as the number of seconds or milliseconds since 1970} */
    public static boolean isTime(String text) {
        return text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}.*|1[0-9]{9}([0-9]{3})?");
    }

    /** {@return whether a member of this name in an answer says where the next page is} */
    public static boolean isNextPage(String name) {
        return NEXTS.contains(Wish.plain(name));
    }

    static boolean isSort(String name) {
        return SORTS.contains(Wish.plain(name));
    }

    static boolean isDirection(Wish wish) {
        return DIRECTIONS.contains(wish.plain())
                && List.of("asc", "desc", "ascending", "descending", "1", "-1")
                        .contains(wish.text().toLowerCase(java.util.Locale.ROOT));
    }

    static boolean isSearch(String name) {
        return SEARCHES.contains(Wish.plain(name));
    }
}
