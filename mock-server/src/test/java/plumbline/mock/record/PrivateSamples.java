package plumbline.mock.record;

import java.util.LinkedHashMap;
import java.util.Map;
import plumbline.json.jackson.databind.JsonNode;
import plumbline.json.jackson.databind.node.JsonNodeFactory;

/** What recordings must not hold. */
final class PrivateSamples {
    /** By the names that tell of it: what lets somebody in. */
    static final Map<String, String> CREDENTIALS = credentials();

    /** By the names that tell of it. */
    static final Map<String, String> MEMBERS = members();

    /** What is in a text, by the text. */
    static final Map<String, String> TEXTS = texts();

    private PrivateSamples() {}

    static JsonNode string(String text) {
        return JsonNodeFactory.instance.stringNode(text);
    }

    private static Map<String, String> credentials() {
        return byName(
                "password=hunter2-Xq",
                "access_token=at-77120-aa",
                "refreshToken=rt-99120-bb",
                "apiKey=k-5512-cc",
                "client_secret=cs-8812-dd",
                "sessionId=sess-1200-ee",
                "csrfToken=csrf-4415-ff",
                "privateKey=pk-3321-gg",
                "recovery_code=rc-1133-hh",
                "pin=4711-22",
                "cvv=917-1",
                "otp=551-203",
                "signature=sg-4410-ii",
                "authorization=Digest zz-9",
                "cookie=c-123-jj",
                "secretAnswer=Rosebud Lane",
                "webhookSecret=wh-9981-kk");
    }

    private static Map<String, String> members() {
        Map<String, String> members = new LinkedHashMap<>(credentials());
        members.putAll(byName(
                "firstName=Johanna",
                "last_name=Kowalczyk",
                "fullName=Piotr Zielinski",
                "contactName=Marta Lindqvist",
                "createdBy=Grzegorz O'Hara",
                "username=jkowal77",
                "email=johanna@acme.test",
                "workEmail=jk@work.test",
                "phoneNumber=+48 601 234 567",
                "mobile=0171 2345678",
                "fax=030 998877",
                "dateOfBirth=1979-11-30",
                "ssn=078-05-1120",
                "passportNumber=C01X00T47",
                "taxId=12 345 678 901",
                "driverLicense=B072RRE2I55",
                "nationalId=80051912345",
                "iban=DE89370400440532013000",
                "cardNumber=4111111111111111",
                "accountNumber=5320130001",
                "sortCode=20-00-01",
                "bic=COBADEFFXXX",
                "street=Lindenstrasse 17",
                "addressLine1=742 Evergreen Ter",
                "postalCode=10117",
                "ipAddress=203.0.113.77",
                "macAddress=00:1B:44:11:3A:B7",
                "latitude=52.520008",
                "cardholderName=Olek Baran",
                "licensePlate=WX 98231",
                "insuranceNumber=A123456780",
                "imei=490154203237518"));
        return members;
    }

    private static Map<String, String> byName(String... rows) {
        Map<String, String> members = new LinkedHashMap<>();
        for (String row : rows) {
            members.put(row.substring(0, row.indexOf('=')), row.substring(row.indexOf('=') + 1));
        }
        return members;
    }

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("write to tom.hanks+x@mail.test today", "tom.hanks");
        texts.put("jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl", "eyJhbGciOiJIUzI1NiJ9");
        texts.put("curl -H 'Authorization: Bearer aa.bb-cc_dd77'", "aa.bb-cc_dd77");
        texts.put("Basic dXNlcjpwYXNzd29yZA==", "dXNlcjpwYXNzd29yZA");
        texts.put("postgres://root:t0psecret@db/x", "t0psecret");
        texts.put("https://h.test/cb?code=SplxlOBeZQQYbYS6&x=1", "SplxlOBeZQQYbYS6");
        texts.put("https://h.test/cb?access_token=zzTokenInUrl9", "zzTokenInUrl9");
        texts.put("key sk_live_4eC39HqLyjWDarjtT1", "4eC39HqLyjWDarjtT1");
        texts.put("ghp_16C7e42F292c6912E7710c838347Ae178B4a", "16C7e42F292c6912E7710c838347Ae178B4a");
        texts.put("AKIAIOSFODNN7EXAMPLE", "IOSFODNN7EXAMPLE");
        texts.put("slack xoxb-17653672481-abcd", "17653672481");
        texts.put("paid with 5555 5555 5555 4444 yesterday", "5555 5555 5555 4444");
        texts.put("to GB82 WEST 1234 5698 7654 32", "WEST 1234 5698");
        texts.put("his number 219-09-9999", "219-09-9999");
        texts.put("call +1 415 555 2671 or (212) 555-7890", "555 2671");
        texts.put("or (415) 555-1234", "555-1234");
        texts.put("from 198.51.100.23", "198.51.100.23");
        texts.put("nic 3C:22:FB:00:11:7A", "3C:22:FB:00:11:7A");
        texts.put("password: Tr0ub4dor", "Tr0ub4dor");
        texts.put(
                "-----BEGIN RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA\n-----END RSA PRIVATE KEY-----", "MIIEpAIBAAKCAQEA");
        texts.put("Johanna Kowalczyk said so", "Kowalczyk");
        return texts;
    }
}
