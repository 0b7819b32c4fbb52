using Research.Data;
using Research.Data.Audio.Wav;
using Research.Features.Cepstral;
using Research.Models.Classical;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Claims;
using Research.Results.Tables;
using Research.Results.Trials;

namespace Research.SelfTests;

/// <summary>The study of <see cref="ItemScale"/>: recordings in a folder, features in parts, a classical trial.</summary>
public sealed class ManyItems : ICatalogue
{
    internal const int Shards = 20;
    internal const string Folder = "many";

    private const string NoClaims = "id,document,where,experiment,dataset,model,variant,split,quantity,class,value,unit\n";

    public IReadOnlyList<Study> Studies { get; } =
    [
        new Study("SelfTests", "Many items", ClaimBook.Parse(NoClaims), [], _ => [TwoTones.Standard])
        {
            Source = typeof(ManyItems),
        },
    ];
}

/// <summary>High or low?</summary>
internal sealed record TwoTones : Experiment
{
    public static TwoTones Standard => new() { Data = [Recordings], Seeds = [1] };

    public override string Question => "How long do many recordings take?";

    public override IReadOnlyList<Trial> Trials => [Trial];

    private static DatasetRef Recordings { get; } = new FolderDataset("many", ManyItems.Folder, "*.wav", Read);

    private static ToneTrial Trial { get; } = new(new ShardedFeatures(new MeanCepstrum { Data = Recordings }, ManyItems.Shards));

    public override Measurement Tabulate(TableInputs inputs)
    {
        ClassPredictions test = inputs.Of(Trial).Classes("test");
        var table = new ResultTable("recognised", Column.Count("recordings"), Column.Number("accuracy", 4));
        table.Add(test.Items.Count, test.Score);
        return new([], [table]);
    }

    // The first letter of a name is the class.
    private static IReadOnlyList<Item> Read(string folder) =>
        [
            .. Directory
                .GetFiles(folder, "*.wav")
                .Order(StringComparer.Ordinal)
                .Select(path => new Item(
                    Path.GetFileName(path),
                    Path.GetFileName(path)[..1],
                    "nobody",
                    null,
                    new WaveformContent(() => WavReader.Read(path))
                )),
        ];
}

/// <summary>Thirteen coefficients of a recording: the means of its frames'.</summary>
internal sealed record MeanCepstrum : FeatureSet
{
    private const int Coefficients = 13;

    public override string Name => "mean-mfcc";

    public override IReadOnlyList<Matrix> Compute(FeatureInputs inputs) => [.. inputs.Data.Items.Select(Mean)];

    private static Matrix Mean(Item item)
    {
        Matrix frames = Mfcc.Of(item.Waveform, MfccSettings.Librosa(item.Waveform.SampleRateHz, 256, 128, Coefficients));
        var mean = new Matrix(1, Coefficients);
        for (int d = 0; d < Coefficients; d++)
        {
            mean[0, d] = OrderedSum.Mean(frames.Column(d));
        }

        return mean;
    }
}

/// <summary>A Gaussian a class, learned of every second recording and tested on the others.</summary>
internal sealed record ToneTrial(FeatureSet Set) : Trial
{
    public override string Description => "naive Bayes";

    public override IReadOnlyList<DatasetRef> Data => [Set.Data];

    public override IReadOnlyList<FeatureSet> Features => [Set];

    public override TrialResult Run(TrialInputs inputs)
    {
        Dataset data = inputs.Open(Set.Data);
        Matrix[] features = inputs.Read(Set);
        int[] classes = data.Classes();
        int[] train = [.. Enumerable.Range(0, classes.Length).Where(i => i % 2 == 0)];
        int[] test = [.. Enumerable.Range(0, classes.Length).Where(i => i % 2 == 1)];
        var model = GaussianNaiveBayes.Fit(Rows(train), [.. train.Select(i => classes[i])], data.Labels.Count, 1e-9);
        return new TrialResult
        {
            Predictions =
            [
                new ClassPredictions(
                    "test",
                    [.. test.Select(i => data.Items[i].Id)],
                    data.Labels,
                    [.. test.Select(i => classes[i])],
                    model.Predict(Rows(test)),
                    null
                ),
            ],
        };

        Matrix Rows(int[] items) => Matrix.OfRows([.. items.Select(i => features[i].Row(0).ToArray())]);
    }
}
