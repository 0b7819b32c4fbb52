using System.Text;
using Research.Pipeline.Fingerprints;

namespace Research.Pipeline.Tests.Fingerprints;

public class RuntimeFactsTests
{
    [Fact]
    public void Switches_of_the_runtime_count() =>
        Assert.Equal(
            [new("System.Globalization.Invariant", "True"), new("Mine", "7")],
            RuntimeFacts.SwitchesIn(Config("""{ "System.Globalization.Invariant": true, "Mine": 7 }"""))
        );

    [Fact]
    public void The_name_of_a_program_and_the_folder_of_its_source_do_not() =>
        Assert.Empty(
            RuntimeFacts.SwitchesIn(
                Config(
                    """{ "System.CommandLine.ExecutableName": "mine", "EntryPointFilePath": "/a/mine.cs", "EntryPointFileDirectoryPath": "/a" }"""
                )
            )
        );

    [Fact]
    public void A_program_without_switches_has_none() =>
        Assert.Empty(RuntimeFacts.SwitchesIn(Encoding.UTF8.GetBytes("""{ "runtimeOptions": { "tfm": "net10.0" } }""")));

    private static byte[] Config(string switches) =>
        Encoding.UTF8.GetBytes($$"""{ "runtimeOptions": { "configProperties": {{switches}} } }""");
}
