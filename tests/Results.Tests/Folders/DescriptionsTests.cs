using Research.Numerics;
using Research.Results.Charts;
using Research.Results.Folders;

namespace Research.Results.Tests.Folders;

public sealed class DescriptionsTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    private string Path => System.IO.Path.Combine(_folder, "file.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void An_experiment_is_read_as_it_was_written_its_charts_as_their_kinds()
    {
        BarChart bars = BarChart.Accuracies("High – nearly 1.", "test");
        MatrixChart matrix = MatrixChart.Confusion("Which?", "test");
        ExperimentDescription written = new()
        {
            Target = "S.One",
            Name = "One",
            Question = "Is \"one\" heard?",
            Method = new(["Follows: step 1."], "Seeded.", "./build.sh"),
            Highlights = ["best of the grid"],
            Charts = [bars, matrix],
        };
        string json = written.ToJson();
        File.WriteAllText(Path, json);
        var read = ExperimentDescription.Load(Path);
        Assert.Equal(json, read.ToJson());
        Assert.Equal((written.Target, written.Question), (read.Target, read.Question));
        Assert.Equal(written.Method.Paragraphs, read.Method.Paragraphs);
        Assert.Equal(written.Highlights, read.Highlights);
        var first = Assert.IsType<BarChart>(read.Charts[0]);
        Assert.Equal((bars.Where["split"], bars.Published), (first.Where["split"], first.Published));
        Assert.Equal(MatrixScale.Counts, Assert.IsType<MatrixChart>(read.Charts[1]).Scale);
        Assert.Contains("\"kind\": \"BarChart\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chart_of_a_kind_that_is_not_there_is_told_with_the_file()
    {
        File.WriteAllText(
            Path,
            """{"target":"S.A","name":"A","question":"","method":{"paragraphs":[],"deviations":"","command":""},"charts":[{"kind":"Pie"}]}"""
        );
        string message = Assert.Throws<ResearchException>(() => ExperimentDescription.Load(Path)).Message;
        Assert.Contains(Path, message, StringComparison.Ordinal);
        Assert.Contains("Pie", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_file_is_told_with_how_to_write_it()
    {
        string message = Assert.Throws<ResearchException>(() => StudyDescription.Load(Path)).Message;
        Assert.Equal($"{Path} is missing. Write it: ./build.sh --target Describe", message);
    }

    [Fact]
    public void A_study_and_a_graph_are_read_as_they_were_written()
    {
        StudyDescription study = new()
        {
            Name = "S",
            Title = "A study",
            About = "Of this.",
            Experiments = ["Two", "One"],
            HasClaims = true,
            StandIns = new Dictionary<string, string> { ["s-1"] = "other recordings" },
            Documents = [new("s", "A title", "Τίτλος", "A. Author", "A report", "https://example.org", "")],
            Reasons = new Dictionary<string, string> { ["s-001"] = "Chance." },
            SourceFolder = "experiments/S",
        };
        File.WriteAllText(Path, study.ToJson());
        Assert.Equal(["Two", "One"], StudyDescription.Load(Path).Experiments);
        Assert.Equal(study.ToJson(), StudyDescription.Load(Path).ToJson());
        Assert.Equal(study.Documents, StudyDescription.Load(Path).Documents);
        Assert.Equal("Chance.", StudyDescription.Load(Path).Reasons["s-001"]);
        GraphDescription graph = new()
        {
            Profile = "quick",
            UsesRecordings = false,
            Studies = ["S"],
            Targets =
            [
                new("data:a", "a", GraphTargetKind.Dataset, []),
                new("S.One", "S.One", GraphTargetKind.Experiment, ["data:a"]),
            ],
        };
        File.WriteAllText(Path, graph.ToJson());
        Assert.Equal(GraphTargetKind.Experiment, GraphDescription.Load(Path).Targets[1].Kind);
        Assert.Equal(graph.ToJson(), GraphDescription.Load(Path).ToJson());
    }
}
