using Research.Data;
using Research.Pipeline.Checkpoints;
using Research.Pipeline.Targets;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Pipeline.Tests.Targets;

public sealed class TrialTargetTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("research-test-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void What_a_trial_gave_is_read_back_to_the_same_bits()
    {
        var target = new TrialTarget(new Everything(), "Tests.Grid/1", []);
        target.Make(JobOf([]));
        TrialResult read = TrialTarget.ResultOf(JobOf(Files()), "Tests.Grid/1");
        Assert.Equal(
            ["history.csv", "model.bin", "predictions.csv", "result.json", "timings.csv"],
            Files().Keys.Order(StringComparer.Ordinal)
        );
        Assert.Equal([1, 2, 3], read.Model!);
        Assert.Equal([0.1 + 0.2, double.Epsilon], read.Numbers["two"]);
        ClassPredictions test = read.Classes("test");
        Assert.Equal(["a", "b"], test.Items);
        Assert.Equal(["no", "yes"], test.Classes);
        Assert.Equal([0, 1], test.Truth);
        Assert.Equal([1, 1], test.Predicted);
        Assert.Equal(
            [
                [1 / 3.0, 2 / 3.0],
                [0, 1],
            ],
            test.Probabilities!
        );
        Assert.Equal([0.5, 1 / 7.0], read.Curve!.Of(TrainingCurve.TrainLoss));
        Assert.Equal(2, read.Curve.Taken);
    }

    [Fact]
    public void What_a_trial_did_not_give_makes_no_file_and_is_read_as_absent()
    {
        new TrialTarget(new Point(7), "Tests.Grid/1", []).Make(JobOf([]));
        Assert.Equal(["result.json"], Files().Keys);
        TrialResult read = TrialTarget.ResultOf(JobOf(Files()), "Tests.Grid/1");
        Assert.Equal(7, read.Number("value"));
        Assert.Equal((null, null, 0), (read.Curve, read.Model, read.Predictions.Count));
    }

    private Dictionary<string, Func<Stream>> Files() =>
        Directory
            .GetFiles(_folder)
            .ToDictionary(path => Path.GetFileName(path), path => (Func<Stream>)(() => File.OpenRead(path)));

    private Job JobOf(Dictionary<string, Func<Stream>> files) =>
        new()
        {
            Folder = _folder,
            Open = _ => throw new NotSupportedException("It opens nothing."),
            Upstream = new Dictionary<string, IReadOnlyDictionary<string, Func<Stream>>> { ["Tests.Grid/1"] = files },
            Root = _folder,
            Pins = () => throw new NotSupportedException("It reads no pins."),
            Checkpoints = new FileCheckpoints(Path.GetTempPath(), TimeSpan.MaxValue),
            Report = _ => { },
        };

    private sealed record Everything : Trial
    {
        public override string Description => "everything";

        public override IReadOnlyList<DatasetRef> Data => [];

        public override TrialResult Run(TrialInputs inputs)
        {
            var timings = new ResultTable(Timings.Name, Column.Number("seconds", 1));
            timings.Add(0.1);
            return new TrialResult
            {
                Predictions =
                [
                    new ClassPredictions(
                        "test",
                        ["a", "b"],
                        ["no", "yes"],
                        [0, 1],
                        [1, 1],
                        [
                            [1 / 3.0, 2 / 3.0],
                            [0, 1],
                        ]
                    ),
                ],
                Curve = new TrainingCurve(
                    [TrainingCurve.TrainLoss],
                    [
                        [0.5],
                        [1 / 7.0],
                    ],
                    2
                ),
                Numbers = new Dictionary<string, IReadOnlyList<double>> { ["two"] = [0.1 + 0.2, double.Epsilon] },
                Timings = timings,
                Model = [1, 2, 3],
            };
        }
    }
}
