using Research.Build.Reports;
using Research.Experiments;
using Research.Pipeline;
using Research.Report;
using Research.Results.Folders;
using Research.Tests;

namespace Research.Build.Tests.Reports;

// A workspace that holds what is committed, as after a run on a clean clone.
public sealed class ReportRunTests : IDisposable
{
    private const string Target = "Digits.Histograms";
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public ReportRunTests()
    {
        foreach (string file in Directory.EnumerateFiles(Committed("quick"), "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(Results, Path.GetRelativePath(Committed("quick"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string Results => Path.Combine(_folder, "artifacts", "quick");

    private string Html => File.ReadAllText(Path.Combine(Results, HtmlReport.File));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Files_are_written_once_and_again_when_a_result_or_they_themselves_changed()
    {
        Assert.True(Write());
        string html = Html;
        Assert.False(Write());
        File.AppendAllText(Path.Combine(Results, HtmlReport.File), "edited");
        Assert.True(Write());
        Assert.Equal(html, Html);
        string record = Path.Combine(Results, "Digits", "Histograms", RunFile.File);
        File.AppendAllText(record, "");
        Assert.False(Write()); // the same bytes
        string fingerprint = RunFile.Find(Path.GetDirectoryName(record)!)!.Fingerprint;
        File.WriteAllText(record, File.ReadAllText(record).Replace(fingerprint, new string('0', 64), StringComparison.Ordinal));
        Assert.True(Write());
        Assert.Contains("000000000000", Html, StringComparison.Ordinal);
    }

    // What an earlier run left must not pass for this run's.
    [Fact]
    public void Tables_of_an_earlier_run_are_not_shown_where_this_one_failed()
    {
        Write();
        Assert.True(Write(Target));
        Assert.Contains($"Not run, so not in this report: {Target}.", Html, StringComparison.Ordinal);
    }

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

    private bool Write(params string[] leftOut)
    {
        using Project project = Open(Profile.Quick);
        return ReportRun.Write(project, Results, leftOut);
    }

    private Project Open(Profile profile) =>
        Project.Open(
            ProjectSettings.Standard(RealData.Repository(), Catalogue.Assembly, profile, paranoid: true) with
            {
                Cache = Path.Combine(_folder, "cache"),
                Artifacts = Path.Combine(_folder, "artifacts"),
            }
        );
}
