using Research.Build.Reports;
using Research.Experiments;
using Research.Pipeline;
using Research.Results.Folders;
using Research.Tests;

namespace Research.Build.Tests.Reports;

// A workspace that holds what is committed, as after a run on a clean clone.
public sealed class DescriptionFilesTests : IDisposable
{
    private const string Target = "Digits.Histograms";
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public DescriptionFilesTests()
    {
        foreach (string file in Directory.EnumerateFiles(Committed("quick"), "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(Results, Path.GetRelativePath(Committed("quick"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string Results => Path.Combine(_folder, "artifacts", "quick");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(Profile.Quick)]
    [InlineData(Profile.Paper)]
    public void The_committed_descriptions_are_what_the_experiments_declare(Profile profile)
    {
        using Project project = Open(profile);
        string folder = Committed(profile.Name());
        foreach (
            (string file, string content) in DescriptionFiles.OfProfile(project).Concat(DescriptionFiles.OfExperiments(project))
        )
        {
            Assert.Equal(content, File.ReadAllText(Path.Combine(folder, file))); // else: ./build.sh --target Describe
        }
    }

    [Fact]
    public void Descriptions_are_written_where_their_folder_is_and_only_when_they_changed()
    {
        using Project project = Open(Profile.Quick);
        IReadOnlyDictionary<string, string> files = DescriptionFiles.OfExperiments(project);
        Assert.Equal(0, DescriptionFiles.Write(Results, files));
        string file = Path.Combine(Results, "Digits", "Histograms", ExperimentDescription.File);
        File.WriteAllText(file, "{}");
        Directory.Delete(Path.Combine(Results, "Digits", "Pca"), recursive: true);
        Assert.Equal(1, DescriptionFiles.Write(Results, files));
        Assert.Equal(Target, ExperimentDescription.Load(file).Target);
        Assert.False(Directory.Exists(Path.Combine(Results, "Digits", "Pca")));
    }

    private static string Committed(string profile) => Path.Combine(RealData.Repository(), "results", profile);

    private Project Open(Profile profile) =>
        Project.Open(
            ProjectSettings.Standard(RealData.Repository(), Catalogue.Assembly, profile, paranoid: true) with
            {
                Cache = Path.Combine(_folder, "cache"),
                Artifacts = Path.Combine(_folder, "artifacts"),
            }
        );
}
