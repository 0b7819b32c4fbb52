using Research.Build.Reports;
using Research.Experiments;
using Research.Pipeline;
using Research.Report;
using Research.Report.Input;
using Research.Tests;

namespace Research.Build.Tests.Reports;

// A workspace that holds what is committed, as after a run on a clean clone.
public sealed class ReportFilesTests : IDisposable
{
    private const string Target = "Digits.Histograms";
    private string? _missing;
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public ReportFilesTests()
    {
        foreach (string file in Directory.EnumerateFiles(Path.Combine(Results, "quick"), "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(Artifacts, Path.GetRelativePath(Results, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private static string Results => Path.Combine(RealData.Repository(), "results");

    private string Artifacts => Path.Combine(_folder, "artifacts");

    private string Made => Path.Combine(Artifacts, "quick", "Digits", "Histograms");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_committed_run_is_shown_where_its_fingerprint_is_that_of_the_tables()
    {
        Assert.Equal(Path.Combine(Results, "quick", "Digits", "Histograms"), FolderOf(Target));
        string record = Path.Combine(Made, RunRecord.File);
        File.WriteAllText(
            record,
            File.ReadAllText(record)
                .Replace(RunRecord.Load(record).Made.Fingerprint, new string('0', 64), StringComparison.Ordinal)
        );
        Assert.Equal(Made, FolderOf(Target));
        Directory.Delete(Made, recursive: true);
        Assert.Null(FolderOf(Target));
    }

    [Fact]
    public void Files_are_written_once_and_again_when_a_table_or_they_themselves_changed()
    {
        string folder = Path.Combine(_folder, "out");
        Assert.True(Write(folder));
        string html = File.ReadAllText(Path.Combine(folder, HtmlReport.File));
        Assert.False(Write(folder));
        File.AppendAllText(Path.Combine(folder, HtmlReport.File), "edited");
        Assert.True(Write(folder));
        Assert.Equal(html, File.ReadAllText(Path.Combine(folder, HtmlReport.File)));
        File.AppendAllText(Path.Combine(Made, "summary.csv"), "");
        Assert.False(Write(folder)); // the same bytes
        string record = Path.Combine(Made, RunRecord.File);
        File.WriteAllText(
            record,
            File.ReadAllText(record)
                .Replace(RunRecord.Load(record).Made.Fingerprint, new string('0', 64), StringComparison.Ordinal)
        );
        Assert.True(Write(folder));
        Assert.Contains("000000000000", File.ReadAllText(Path.Combine(folder, HtmlReport.File)), StringComparison.Ordinal);
    }

    // What an earlier run left must not pass for this run's.
    [Fact]
    public void Tables_of_an_earlier_run_are_not_shown_where_this_one_failed()
    {
        string folder = Path.Combine(_folder, "out");
        Write(folder);
        _missing = $"{Target}:tables";
        Assert.Null(FolderOf(Target));
        Assert.True(Write(folder));
        Assert.Contains(
            $"Not run, so not in this report: {Target}.",
            File.ReadAllText(Path.Combine(folder, HtmlReport.File)),
            StringComparison.Ordinal
        );
    }

    private string? FolderOf(string target)
    {
        using Project project = Open();
        return ReportSource
            .Of(project, Results, target => target.Name != _missing)
            .Studies.SelectMany(study => study.Experiments)
            .Single(experiment => experiment.Target == target)
            .Folder;
    }

    private bool Write(string folder)
    {
        using Project project = Open();
        return ReportFiles.Write(project, Results, folder, target => target.Name != _missing);
    }

    private Project Open() =>
        Project.Open(
            ProjectSettings.Standard(RealData.Repository(), Catalogue.Assembly, Profile.Quick, paranoid: true) with
            {
                Cache = Path.Combine(_folder, "cache"),
                Artifacts = Artifacts,
            }
        );
}
