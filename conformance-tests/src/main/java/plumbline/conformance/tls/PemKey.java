package plumbline.conformance.tls;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.jspecify.annotations.Nullable;

/** Reads a private key in PEM. */
final class PemKey {
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");
    /** The version 0 and the algorithm rsaEncryption, which a key of PKCS#1 lacks to be one of PKCS#8. */
    private static final String RSA_HEAD = "020100300d06092a864886f70d0101010500";

    private PemKey() {}

    static PrivateKey read(String text, char[] password) throws GeneralSecurityException, IOException {
        for (PemBlock block : PemBlock.all(text)) {
            switch (block.label()) {
                case "PRIVATE KEY" -> {
                    return key(block.octets());
                }
                case "RSA PRIVATE KEY" -> {
                    return key(withHead(block.octets()));
                }
                case "ENCRYPTED PRIVATE KEY" -> {
                    return key(decrypted(block.octets(), password));
                }
                case "EC PRIVATE KEY", "DSA PRIVATE KEY" ->
                    throw new IOException(
                            "the key is written in an old way: 'openssl pkcs8 -topk8 -nodes' writes it" + " anew");
                default -> {}
            }
        }
        throw new IOException("there is no private key in it");
    }

    private static PrivateKey key(byte[] octets) throws GeneralSecurityException {
        @Nullable InvalidKeySpecException last = null;
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(octets));
            } catch (InvalidKeySpecException e) {
                last = e;
            }
        }
        throw new InvalidKeySpecException("the private key is of a kind that Java does not know", last);
    }

    private static byte[] withHead(byte[] key) {
        byte[] head = HexFormat.of().parseHex(RSA_HEAD);
        byte[] inner = element(0x04, key);
        return element(
                0x30,
                ByteBuffer.allocate(head.length + inner.length)
                        .put(head)
                        .put(inner)
                        .array());
    }

    /** An element of DER whose length is written in three octets, as a longer form than needed is read as well. */
    private static byte[] element(int tag, byte[] content) {
        int length = content.length;
        return ByteBuffer.allocate(length + 4)
                .put((byte) tag)
                .put((byte) 0x82)
                .putShort((short) length)
                .put(content)
                .array();
    }

    private static byte[] decrypted(byte[] octets, char[] password) throws GeneralSecurityException, IOException {
        EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(octets);
        AlgorithmParameters parameters = info.getAlgParameters();
        String algorithm = "PBES2".equals(info.getAlgName()) ? parameters.toString() : info.getAlgName();
        SecretKey secret = SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(password));
        Cipher cipher = Cipher.getInstance(algorithm);
        cipher.init(Cipher.DECRYPT_MODE, secret, parameters);
        return info.getKeySpec(cipher).getEncoded();
    }
}
