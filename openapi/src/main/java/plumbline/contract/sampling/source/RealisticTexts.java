package plumbline.contract.sampling.source;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.datafaker.Faker;
import org.jspecify.annotations.Nullable;

/** Texts such as people would write, by the name of the property that they are for. */
public final class RealisticTexts {
    private static final Map<String, Function<Faker, String>> MAKERS = new Makers()
            .put(faker -> faker.name().firstName(), "firstname givenname forename")
            .put(faker -> faker.name().lastName(), "lastname surname familyname")
            .put(
                    faker -> faker.name().fullName(),
                    "fullname displayname realname ownername authorname customername contactname"
                            + " author owner creator assignee customer contact")
            .put(RealisticTexts::login, "login username nickname nick handle screenname account userid")
            .put(faker -> faker.address().city(), "city town municipality")
            .put(faker -> faker.address().country(), "country countryname nationality")
            .put(faker -> faker.address().countryCode(), "countrycode countryiso countryisocode")
            .put(faker -> faker.address().state(), "state province region county")
            .put(
                    faker -> faker.address().streetAddress(),
                    "street streetaddress address addressline line1 addressline1")
            .put(faker -> faker.address().streetName(), "streetname")
            .put(faker -> faker.address().secondaryAddress(), "line2 addressline2")
            .put(faker -> faker.address().buildingNumber(), "housenumber streetnumber")
            .put(faker -> faker.address().zipCode(), "zip zipcode postcode postalcode")
            .put(faker -> faker.address().timeZone(), "timezone tz")
            .put(
                    faker -> faker.company().name(),
                    "company companyname organization organisation organizationname employer vendor supplier"
                            + " manufacturer merchant brand publisher")
            .put(faker -> faker.company().industry(), "industry")
            .put(faker -> faker.commerce().department(), "department category")
            .put(faker -> faker.commerce().productName(), "product productname item itemname article")
            .put(faker -> faker.job().title(), "jobtitle job position occupation profession")
            .put(faker -> faker.numerify("+1 202 555 01##"), "phone phonenumber telephone tel mobile mobilenumber fax")
            .put(faker -> "https://example.com/" + faker.internet().slug(), "url uri link href website homepage site")
            .put(
                    faker -> "https://example.com/images/" + faker.numerify("####") + ".png",
                    "image imageurl photo photourl picture avatar avatarurl thumbnail thumbnailurl logo logourl icon")
            .put(
                    faker -> faker.lorem().sentence(),
                    "description summary bio about comment note notes message text body content details remark reason"
                            + " instructions caption excerpt")
            .put(faker -> faker.book().title(), "title headline subject")
            .put(faker -> faker.book().genre(), "genre")
            .put(faker -> faker.code().isbn13(), "isbn isbn13")
            .put(faker -> faker.color().name(), "color colour")
            // Those that Java knows come in an order of its own, another in each process.
            .put(
                    faker -> faker.options().option("EUR", "USD", "GBP", "JPY", "CHF", "SEK", "CAD", "AUD"),
                    "currency currencycode")
            .put(faker -> faker.numerify("##.#0"), "price amount cost total subtotal fee balance tax")
            .put(faker -> faker.finance().iban("DE"), "iban")
            .put(faker -> faker.finance().bic(), "bic swift")
            .put(faker -> faker.nation().language(), "languagename")
            .put(faker -> "en", "language locale lang")
            .put(faker -> faker.numerify("#.#.#"), "version")
            .put(faker -> faker.internet().slug(), "slug")
            .put(faker -> faker.numerify("file-###.pdf"), "filename file")
            .put(faker -> "application/pdf", "mimetype contenttype mediatype")
            .put(faker -> faker.internet().userAgent(), "useragent")
            .put(faker -> faker.regexify("[0-9a-f]{40}"), "sha sha1 hash checksum digest etag")
            .put(faker -> faker.regexify("[0-9A-Za-z]{24}"), "token key secret apikey")
            .map();

    private static final Set<String> PEOPLE = Set.of(
            "user",
            "person",
            "employee",
            "member",
            "patient",
            "student",
            "guest",
            "sender",
            "recipient",
            "manager",
            "driver",
            "passenger",
            "teacher",
            "artist",
            "actor",
            "reviewer",
            "author",
            "owner",
            "creator",
            "assignee",
            "customer",
            "contact");

    private RealisticTexts() {}

    /** {@return a text for a value of this name; nothing if the name says too little} */
    public static Optional<String> of(ValueName name, Choices choices) {
        for (String ending : WordsOfNames.endings(name.name())) {
            Function<Faker, String> maker = "name".equals(ending) ? named(name) : MAKERS.get(ending);
            if (maker != null) {
                return Optional.of(maker.apply(choices.faker()));
            }
        }
        return Optional.empty();
    }

    /** The name of a person, a company, a product, by what it is the name of. */
    private static @Nullable Function<Faker, String> named(ValueName name) {
        for (String ending : WordsOfNames.endings(name.owner())) {
            String owner = ending.endsWith("s") ? ending.substring(0, ending.length() - 1) : ending;
            if (PEOPLE.contains(owner)) {
                return faker -> faker.name().fullName();
            }
            if (MAKERS.containsKey(owner)) {
                return MAKERS.get(owner);
            }
        }
        return null;
    }

    /** {@return an address of somebody at a domain that is reserved for examples (RFC 2606)} */
    public static String email(Choices choices) {
        Faker faker = choices.faker();
        String address = faker.name().firstName() + "." + faker.name().lastName();
        return address.toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "") + "@example.com";
    }

    private static String login(Faker faker) {
        return faker.name().firstName().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "") + faker.numerify("##");
    }

    /** Fills the table above, several names at a time. */
    private static final class Makers {
        private final Map<String, Function<Faker, String>> map = new HashMap<>();

        Makers put(Function<Faker, String> maker, String names) {
            for (String name : names.split(" ", -1)) {
                map.put(name, maker);
            }
            return this;
        }

        Map<String, Function<Faker, String>> map() {
            return Map.copyOf(map);
        }
    }
}
