using System.CommandLine;
using Research.Cli.Features;
using Research.Features.Naming;

namespace Research.Cli.Tests.Features;

/// <summary>What the help says of each setting of a feature.</summary>
public class FeatureOptionsTests
{
    public static TheoryData<string> Names => [.. NamedFeatures.All.Select(feature => feature.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_setting_is_described_by_a_sentence_of_its_own_and_has_its_default(string name) =>
        Assert.All(
            Options(name).Where(option => option.Description != "The same, in seconds."),
            option =>
            {
                Assert.DoesNotMatch("^A (number|choice)\\.", option.Description!);
                Assert.Matches(@"^[A-Z].{8,}\. Default: .+\.$", option.Description!);
                Assert.DoesNotContain("null", option.Description!, StringComparison.Ordinal);
            }
        );

    [Fact]
    public void A_setting_that_may_be_left_out_says_none_and_a_choice_names_all()
    {
        Assert.Equal(
            "Beats a minute where they are known; none to estimate them. Default: none.",
            Options("beats").Single(option => option.Name == "--known-tempo").Description
        );
        Assert.Equal(
            "Shape of the window. One of rectangular, hann, hamming. Default: hann.",
            Options("mel").Single(option => option.Name == "--window").Description
        );
    }

    private static IEnumerable<Option> Options(string name) =>
        new FeatureOptions(NamedFeatures.All.Single(feature => feature.Name == name)).All;
}
