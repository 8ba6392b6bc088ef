package plumbline.mock.record;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A kind of data that is nobody's business, found by the name of its member, and what stands in its place. */
enum PrivateKind {
    EMAIL("(.*e)?mail(address)?|.*email.*"),
    PHONE(".*(phone|mobile|telephone|msisdn|fax).*|tel|cell|whatsapp"),
    BIRTH(".*(birth|dob).*"),
    IBAN(".*iban.*"),
    CARD(".*(cardn|creditcard|debitcard|ccn).*|pan"),
    ACCOUNT(".*(accountn|bankaccount|routing|sortcode|swift|bic|accountno).*"),
    IDENTITY(
            ".*(ssn|socialsecurity|nationalid|nationalins|passport|taxid|taxn|driver.?licen[cs]e|licen[cs]en|licen[cs]eplate"
                    + "|personaln|identityn|idcard|insurancen|medicalrec|patientid|imei|steuer).*|vin|nin|vatid|tin"),
    FIRST_NAME("(first|given|middle|preferred)_?name.*|forename|.*(firstname|givenname|middlename)"),
    LAST_NAME(".*(lastname|surname|familyname|maidenname)"),
    FULL_NAME(
            "(full|display|real|legal|customer|contact|author|owner|employee|patient|recipient|sender|user|account|card)?"
                    + "holdername|(full|display|real|legal|customer|contact|author|owner|employee|patient|recipient|sender)name"
                    + "|cardholder|accountholder|nameoncard|signatory|contactperson|emergencycontact|mothersname|spouse"),
    DOER("(created|updated|modified|changed|edited|approved|assigned|requested|submitted|reported|reviewed|signed)by"
            + "|author|owner|assignee|reporter|reviewer|approver|creator"),
    LOGIN("user_?name|login|nick(name)?|handle|screenname|twitter|skype|telegram"),
    STREET(".*(street|addressline|addr[12]).*|address[12]?|line[12]|house(number|no)"),
    POSTCODE("zip(code)?|.*(postcode|postalcode|zipcode)"),
    NETWORK("ip|.*(ipaddress|ipaddr|clientip|remoteaddr|sourceip|lastip|ipv4|ipv6|macaddress)|mac"),
    PLACE("lat(itude)?|lon(gitude)?|lng|geo(location|hash)?|coordinates"),
    CREDENTIAL(
            ".*(authorization|cookie|secret|passw|passphrase|credential|apikey|privatekey|accesskey|recoverycode|signature|jwt"
                    + "|backupcode|sessionid|passcode).*|.*token|pin|cvv|cvc|otp|pwd|sig|auth|session");

    private static final Pattern OF_PEOPLE = Pattern.compile(
            ".*(user|person|people|customer|employee|member|patient|contact|author|owner|driver|guest|student|sender|recipient"
                    + "|assignee|creator|manager|teacher|actor|reviewer|passenger|client|beneficiary|payee|payer|subscriber).*");
    private static final Pattern NAME_OF_A_PERSON = Pattern.compile("\\p{Lu}[\\p{L}'.-]*( \\p{Lu}[\\p{L}'.-]*){1,3}");
    private static final Set<PrivateKind> TELLING =
            Set.of(EMAIL, PHONE, BIRTH, IDENTITY, FIRST_NAME, LAST_NAME, STREET);

    private final Pattern names;

    PrivateKind(String names) {
        this.names = Pattern.compile(names);
    }

    /** {@return whether a text is of this kind, whatever its name; who did something may be told by a number or a team} */
    boolean isToldBy(String text) {
        return !text.isBlank()
                && (this != DOER || NAME_OF_A_PERSON.matcher(text).matches());
    }

    /** {@return what stands in place of a text} */
    String replaced(String text, Replacing replacing) {
        return switch (this) {
            case EMAIL -> replacing.login(text) + "@example.com";
            case BIRTH -> Scrambled.date(text, replacing);
            case FIRST_NAME -> replacing.firstName(text);
            case LAST_NAME -> replacing.lastName(text);
            case FULL_NAME, DOER -> replacing.fullName(text);
            case LOGIN -> replacing.login(text);
            case NETWORK -> Scrambled.network(text, replacing);
            default -> Scrambled.text(text, replacing);
        };
    }

    /**
     * {@return what a member holds; nothing if it is harmless}
     *
     * @param name its name
     * @param siblings the names of all members beside it
     * @param parent the name of what it is a member of
     */
    static Optional<PrivateKind> of(String name, List<String> siblings, String parent) {
        Optional<PrivateKind> kind = byName(name);
        if (kind.isPresent() || !"name".equals(plain(name))) {
            return kind;
        }
        boolean isPerson = OF_PEOPLE.matcher(plain(parent)).matches()
                || siblings.stream()
                        .anyMatch(
                                other -> byName(other).filter(TELLING::contains).isPresent());
        return isPerson ? Optional.of(FULL_NAME) : Optional.empty();
    }

    private static Optional<PrivateKind> byName(String name) {
        String plain = plain(name);
        for (PrivateKind kind : values()) {
            if (kind.names.matcher(plain).matches()) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
