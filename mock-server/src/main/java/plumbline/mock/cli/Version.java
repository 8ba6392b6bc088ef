package plumbline.mock.cli;

import picocli.CommandLine.IVersionProvider;

/** Tells the version from the manifest of the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Version.class.getPackage().getImplementationVersion();
        return new String[] {"plumbline " + (version == null ? "(not packaged)" : version)};
    }
}
