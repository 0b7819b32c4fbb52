using Research.Build.Tasks;
using Research.Experiments;
using Research.Pipeline;
using Research.Pipeline.Targets;
using Research.Results.Snapshots;
using Research.Tests;

namespace Research.Build.Tests.Tasks;

/// <summary>What CI believes of an experiment on recordings: the committed tables of profile paper, as if a sample had made them.</summary>
public sealed class ComparedTablesTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;
    private readonly Project _project;
    private readonly TablesTarget _tables;

    public ComparedTablesTests()
    {
        _project = Project.Open(
            ProjectSettings.Standard(RealData.Repository(), Catalogue.Assembly, Profile.Sample, paranoid: false) with
            {
                Cache = Path.Combine(_folder, "cache"),
                Artifacts = Path.Combine(_folder, "artifacts"),
            }
        );
        Experiment experiment = Studies.All[0].Experiment("Lstm", Profile.Sample);
        _tables = new(Studies.All[0], experiment, experiment.Trials, Profile.Sample);
        Directory.CreateDirectory(Made);
        foreach (
            string table in Directory.EnumerateFiles(
                Path.Combine(RealData.Repository(), "results", "paper", "Digits", "Lstm"),
                "*.csv"
            )
        )
        {
            File.Copy(table, Path.Combine(Made, Path.GetFileName(table)));
        }
    }

    private string Made => _project.Workspace.PathOf(_tables);

    public void Dispose()
    {
        _project.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public void Rows_of_a_sample_that_stand_in_the_snapshot_are_no_drift()
    {
        string[] rows = File.ReadAllLines(Path.Combine(Made, "runs.csv"));
        File.WriteAllLines(Path.Combine(Made, "runs.csv"), rows[..3]); // the heading and two of the rows
        File.WriteAllText(Path.Combine(Made, "summary.csv"), "means,over,fewer,seeds\n"); // which a sample cannot give
        Assert.Empty(Compare());
    }

    [Fact]
    public void One_digit_of_one_row_is_a_drift()
    {
        string runs = Path.Combine(Made, "runs.csv");
        string[] rows = File.ReadAllLines(runs);
        char last = rows[1].Last(char.IsAsciiDigit);
        int at = rows[1].LastIndexOf(last);
        rows[1] = rows[1][..at] + (last == '9' ? '8' : '9') + rows[1][(at + 1)..];
        File.WriteAllLines(runs, rows);
        Assert.Equal("runs", Assert.Single(Compare()).Table);
    }

    private IReadOnlyList<Drift> Compare() => ComparedTables.Of(Contexts.Of(_project, "Digits.Lstm"), _tables);
}
