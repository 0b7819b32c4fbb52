using System.Text;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.Results.Tests.Trials;

/// <summary>What is written of a trial's result, to the letter, and that it is the same when read again.</summary>
public class TrialFilesTests
{
    private static readonly ClassPredictions Classes = new(
        "test",
        ["a", "b"],
        ["yes", "no"],
        [0, 1],
        [1, 1],
        [
            [0.1, 0.9],
            [1.0 / 3, 2.0 / 3],
        ]
    );

    private static readonly LabelPredictions Labels = new(
        "test",
        ["a", "b"],
        ["rock", "jazz"],
        [
            [true, false],
            [false, false],
        ],
        [
            [true, true],
            [false, false],
        ],
        [
            [0.75, 0.5],
            [0.25, 0.125],
        ]
    );

    private static readonly ValuePredictions Values = new(
        "test",
        ["a", "b"],
        ["valence", "arousal"],
        [
            [1, 2],
            [3, 4],
        ],
        [
            [1, 4],
            [2.5, 4],
        ]
    );

    [Fact]
    public void Classes_with_probabilities_are_a_table_and_names_in_their_order()
    {
        Dictionary<string, string> files = Written(
            new TrialResult { Predictions = [Classes, Classes with { Subset = "validation" }] }
        );
        Assert.Equal(
            "part,item,true,predicted,p yes,p no\n"
                + "test,a,yes,no,0.1,0.9\ntest,b,no,no,0.3333333333333333,0.6666666666666666\n"
                + "validation,a,yes,no,0.1,0.9\nvalidation,b,no,no,0.3333333333333333,0.6666666666666666\n",
            files["predictions.csv"]
        );
        Assert.Equal(
            "{\n  \"predicts\": \"Classes\",\n  \"names\": [\n    \"yes\",\n    \"no\"\n  ],\n  \"numbers\": {}\n}\n",
            files["result.json"]
        );
        Assert.Equal(["predictions.csv", "result.json"], files.Keys.Order());
        TrialResult read = Read(files);
        Assert.Equal(["test", "validation"], read.Predictions.Select(part => part.Subset));
        ClassPredictions classes = read.Classes("validation");
        Assert.Equal(Classes.Items, classes.Items);
        Assert.Equal(Classes.Classes, classes.Classes);
        Assert.Equal(Classes.Truth, classes.Truth);
        Assert.Equal(Classes.Predicted, classes.Predicted);
        Assert.Equal(Classes.Probabilities, classes.Probabilities);
        Assert.Equal(("accuracy", 0.5), (classes.ScoreName, classes.Score));
    }

    [Fact]
    public void Classes_without_probabilities_have_no_columns_of_them()
    {
        Dictionary<string, string> files = Written(new TrialResult { Predictions = [Classes with { Probabilities = null }] });
        Assert.Equal("part,item,true,predicted\ntest,a,yes,no\ntest,b,no,no\n", files["predictions.csv"]);
        Assert.Null(Read(files).Classes("test").Probabilities);
    }

    [Fact]
    public void Labels_are_ones_and_zeros_with_their_scores()
    {
        Dictionary<string, string> files = Written(new TrialResult { Predictions = [Labels] });
        Assert.Equal(
            "part,item,true rock,true jazz,predicted rock,predicted jazz,score rock,score jazz\ntest,a,1,0,1,1,0.75,0.5\ntest,b,0,0,0,0,0.25,0.125\n",
            files["predictions.csv"]
        );
        LabelPredictions read = Assert.IsType<LabelPredictions>(Assert.Single(Read(files).Predictions));
        Assert.Equal(Labels.Truth, read.Truth);
        Assert.Equal(Labels.Predicted, read.Predicted);
        Assert.Equal(Labels.Scores, read.Scores);
        Assert.Equal(Labels.Labels, read.Labels);
        Assert.Equal(("share of right labels", 0.75), (read.ScoreName, read.Score));
        Dictionary<string, string> bare = Written(new TrialResult { Predictions = [Labels with { Scores = null }] });
        Assert.Null(Assert.IsType<LabelPredictions>(Assert.Single(Read(bare).Predictions)).Scores);
    }

    [Fact]
    public void Values_are_true_and_predicted_side_by_side()
    {
        Dictionary<string, string> files = Written(new TrialResult { Predictions = [Values] });
        Assert.Equal(
            "part,item,true valence,true arousal,predicted valence,predicted arousal\ntest,a,1,2,1,4\ntest,b,3,4,2.5,4\n",
            files["predictions.csv"]
        );
        ValuePredictions read = Read(files).Values("test");
        Assert.Equal(Values.Truth, read.Truth);
        Assert.Equal(Values.Predicted, read.Predicted);
        Assert.Equal(Values.Quantities, read.Quantities);
        Assert.Equal(("mean squared error", (4 + 0.25) / 4), (read.ScoreName, read.Score));
    }

    [Fact]
    public void History_numbers_model_and_times_have_a_file_each_and_gaps_stay_gaps()
    {
        var timings = new ResultTable("timings", Column.Text("what"), Column.Number("seconds", 1));
        timings.Add("all", 2.5);
        var result = new TrialResult
        {
            Curve = new TrainingCurve(
                ["train_loss", "validation_loss"],
                [
                    [0.1, double.NaN],
                    [1.0 / 3, 2],
                ],
                2
            ),
            Numbers = new Dictionary<string, IReadOnlyList<double>> { ["z"] = [1, 2], ["a"] = [0.1] },
            Timings = timings,
            Model = [7, 8],
        };
        Dictionary<string, byte[]> bytes = [];
        TrialFiles.Write(result, bytes.Add);
        Assert.Equal(["history.csv", "model.bin", "result.json", "timings.csv"], bytes.Keys.Order(StringComparer.Ordinal));
        Assert.Equal("epoch,train_loss,validation_loss\n1,0.1,\n2,0.3333333333333333,2\n", Text(bytes["history.csv"]));
        Assert.Equal(
            "{\n  \"taken_epoch\": 2,\n  \"numbers\": {\n    \"a\": [\n      0.1\n    ],\n    \"z\": [\n      1,\n      2\n    ]\n  }\n}\n",
            Text(bytes["result.json"])
        );
        Assert.Equal("what,seconds\nall,2.5\n", Text(bytes["timings.csv"]));
        TrialResult read = TrialFiles.Read(bytes.GetValueOrDefault);
        Assert.Equal([0.1, 1.0 / 3], read.Curve!.Of("train_loss"));
        Assert.Equal([double.NaN, 2], read.Curve.Of("validation_loss"));
        Assert.Equal(2, read.Curve.Taken);
        Assert.True(read.Curve.Has("train_loss") && !read.Curve.Has("train_accuracy"));
        Assert.Equal([1, 2], read.Numbers["z"]);
        Assert.Equal(0.1, read.Number("a"));
        Assert.Equal([7, 8], read.Model);
        Assert.Null(read.Timings);
    }

    [Fact]
    public void Parts_of_another_kind_or_over_other_names_are_refused()
    {
        foreach (
            Predictions other in new Predictions[]
            {
                Values,
                Classes with
                {
                    Classes = ["no", "yes"],
                },
                Classes with
                {
                    Probabilities = null,
                },
            }
        )
        {
            ArgumentException error = Assert.Throws<ArgumentException>(() => PredictionsFile.Write([Classes, other]));
            Assert.StartsWith(
                "All parts of a trial need predictions of one kind over the same names.",
                error.Message,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public void What_a_trial_does_not_have_is_told_with_what_it_has()
    {
        var result = new TrialResult
        {
            Predictions = [Classes, Values],
            Numbers = new Dictionary<string, IReadOnlyList<double>> { ["one"] = [1], ["two"] = [1, 2] },
        };
        Told("The trial predicted no classes of 'validation'; it has test, test.", () => result.Classes("validation"));
        Told("The trial predicted no values of 'train'; it has test, test.", () => result.Values("train"));
        Told("The trial has no single number 'two'; it has one, two.", () => result.Number("two"));
        Told("The trial has no single number 'none'; it has one, two.", () => result.Number("none"));
        Told("The training has no 'loss'; it has a, b.", () => new TrainingCurve(["a", "b"], [], 0).Of("loss"));

        static void Told(string message, Func<object> ask) =>
            Assert.StartsWith(message, Assert.Throws<ArgumentException>(ask).Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, string> Written(TrialResult result)
    {
        Dictionary<string, string> files = [];
        TrialFiles.Write(result, (name, bytes) => files.Add(name, Text(bytes)));
        return files;
    }

    private static TrialResult Read(Dictionary<string, string> files) =>
        TrialFiles.Read(name => files.TryGetValue(name, out string? text) ? Encoding.UTF8.GetBytes(text) : null);

    private static string Text(byte[] bytes) => Encoding.UTF8.GetString(bytes);
}
