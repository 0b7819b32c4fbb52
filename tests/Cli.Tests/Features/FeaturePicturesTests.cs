using System.Text.RegularExpressions;
using Research.Features.Naming;
using Research.Tests;

namespace Research.Cli.Tests.Features;

/// <summary>docs/features.md: each feature that has a name has a section and the picture that its command draws.</summary>
public sealed partial class FeaturePicturesTests(FeaturePicturesTests.Recordings recordings)
    : IClassFixture<FeaturePicturesTests.Recordings>
{
    /// <summary>Set to have the test draw the pictures anew instead of comparing them.</summary>
    private const string Accept = "RESEARCH_ACCEPT_PICTURES";

    private static readonly string Page = Path.Combine(RealData.Repository(), "docs", "features.md");

    public static TheoryData<string> Names => [.. NamedFeatures.All.Select(feature => feature.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_page_has_the_command_of_each_picture_and_the_picture_is_what_it_draws(string name)
    {
        string[] command = CommandOf(name);
        string drawn = Path.Combine(recordings.Folder, name + ".svg");
        string committed = Path.Combine(Path.GetDirectoryName(Page)!, "features", name + ".svg");
        string recording = Path.Combine(recordings.Folder, command[1]);
        (int code, _, string errors) = Tool.Run(["features", command[0], recording, .. command[2..], "--plot", drawn]);
        Assert.True(code == 0, errors);
        if (Environment.GetEnvironmentVariable(Accept) is not null)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(committed)!);
            File.Copy(drawn, committed, overwrite: true);
        }

        Assert.True(File.Exists(committed), $"docs/features/{name}.svg is not there; {Accept}=1 draws it.");
        Assert.True(
            File.ReadAllText(drawn) == File.ReadAllText(committed),
            $"docs/features/{name}.svg is not what its command draws; if that is meant, {Accept}=1 draws it anew."
        );
    }

    [Fact]
    public void There_is_a_picture_of_nothing_else() =>
        Assert.Equal(
            NamedFeatures.All.Select(feature => $"![{feature.Name}](features/{feature.Name}.svg)").Order(StringComparer.Ordinal),
            Picture().Matches(File.ReadAllText(Page)).Select(match => match.Value).Order(StringComparer.Ordinal)
        );

    // The line above the picture: `research features mfcc digit.wav --coefficients 8 --plot mfcc.svg`
    private static string[] CommandOf(string name)
    {
        Match match = Command().Matches(File.ReadAllText(Page)).FirstOrDefault(match => match.Groups["name"].Value == name)!;
        Assert.True(
            match is not null,
            $"docs/features.md has no line `research features {name} … --plot {name}.svg` with its picture below."
        );
        return [name, .. match.Groups["rest"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries)];
    }

    [GeneratedRegex(
        @"^`research features (?<name>[\w-]+) (?<rest>(digit|music)\.wav[^`]*?) --plot \k<name>\.svg`\n\n!\[\k<name>\]\(features/\k<name>\.svg\)$",
        RegexOptions.Multiline
    )]
    private static partial Regex Command();

    [GeneratedRegex(@"!\[[^\]]*\]\([^)]*\)")]
    private static partial Regex Picture();

    /// <summary>A generated digit and ten seconds of generated music, as the page says how to get them.</summary>
    public sealed class Recordings : IDisposable
    {
        public Recordings()
        {
            Take("synthetic-digits-course", "1_s01_0.wav", "digit.wav");
            Take("synthetic-music", "blues_000.wav", "music.wav");
        }

        public string Folder { get; } = Directory.CreateTempSubdirectory("research-pictures-").FullName;

        public void Dispose() => Directory.Delete(Folder, recursive: true);

        private void Take(string dataset, string file, string name)
        {
            (int code, _, string errors) = Tool.Run("data", "export", dataset, Path.Combine(Folder, dataset));
            Assert.True(code == 0, errors);
            File.Copy(Path.Combine(Folder, dataset, file), Path.Combine(Folder, name));
        }
    }
}
