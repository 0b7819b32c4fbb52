using Research.Data;
using Research.Data.Splits;
using Research.Evaluation.FrontEnds;
using Research.Features.Images;
using Research.Models.GeneratedSets;
using Research.Models.Networks.Items;
using Research.Models.Networks.Pretrained;
using Research.Numerics;
using Research.Pipeline;
using Research.Results.Trials;

namespace Research.Evaluation.Trials;

/// <summary>How good and how new are the pictures of a generator? Held against those that it learned from, beside real pictures that it never saw.</summary>
/// <remarks>
/// Pictures are compared by what a trained network's trunk sees of them, its maps' means over the picture. Real and generated sets that are compared have equal sizes: those of a class's test items
/// for the distance, those of the items that were learned for precision and recall. Copied: a generated picture is nearer to its nearest learned one than that is to any other learned one.
/// Its numbers are named by the constants; those of unseen pictures say what a perfect generator would reach.
/// </remarks>
public sealed record GeneratedSetTrial : Trial
{
    /// <summary>How many items the generator learned from.</summary>
    public const string LearnedItems = "learned";

    /// <summary>How many items of the class are tested.</summary>
    public const string UnseenItems = "unseen";

    public const string Frechet = "frechet";
    public const string Precision = "precision";
    public const string Recall = "recall";
    public const string Copied = "copied";

    private const string PictureName = "picture ";
    private const string NeighbourName = "neighbour ";
    private const string NearestName = "nearest ";
    private const int AnyOutputs = 2; // the last layer is not used

    /// <summary>Whose pictures are looked at.</summary>
    public required GanTrial Generator { get; init; }

    /// <summary>What sees the pictures.</summary>
    public required PretrainedNetwork Network { get; init; }

    /// <summary>Of the pictures that the network sees, in pixels.</summary>
    public required int Side { get; init; }

    /// <summary>Neighbour to which an item's ball reaches, for precision and recall.</summary>
    public required int Neighbour { get; init; }

    /// <summary>Generated pictures that are kept with their nearest learned ones.</summary>
    public required int Shown { get; init; }

    public override string Description =>
        FormattableString.Invariant($"{Generator.Description}/looked at by {Network.Name} {Side}");

    public override IReadOnlyList<DatasetRef> Data =>
        Network.Weights is { } weights ? [Generator.Pictures.Levels.Data, weights] : [Generator.Pictures.Levels.Data];

    public override IReadOnlyList<FeatureSet> Features => [Generator.Pictures.Levels];

    public override IReadOnlyList<Trial> Uses => [Generator];

    /// <summary>The same number of real pictures that the generator never saw.</summary>
    public static string OfUnseen(string number) => number + " of unseen";

    /// <summary>Grey levels of a generated picture, row by row from the top, 0 to 255.</summary>
    public static string Picture(int place) => FormattableString.Invariant($"{PictureName}{place}");

    /// <summary>Grey levels of its nearest learned picture.</summary>
    public static string NearestPicture(int place) => FormattableString.Invariant($"{NeighbourName}{place}");

    /// <summary>That picture's place among the items with a class, the distance to it, and its distance to the nearest other learned one.</summary>
    public static string Nearest(int place) => FormattableString.Invariant($"{NearestName}{place}");

    public override TrialResult Run(TrialInputs inputs)
    {
        TrialResult made = inputs.Result(Generator);
        if (made.Model is null)
        {
            return new TrialResult();
        }

        var data = RuledItems.Of(inputs.Open(Generator.Pictures.Levels.Data), Generator.Pictures.Classes);
        int[] learned = Generator.Learned(data);
        int[] unseen =
        [
            .. Generator
                .Pictures.Protocol.Of(SplitItems.Of(data.Dataset), Generator.Seed)
                .Test.Where(i => data.Items[i].Label == Generator.Label),
        ];
        Matrix[] levels = inputs.Read(Generator.Pictures.Levels);
        Image[] real = [.. learned.Concat(unseen).Select(i => Sized(SpectrogramPicture.Of(levels[data.Places[i]])))];
        Image[] generated = [.. Read(made.Model)];
        Matrix seen = SeenBy([.. real, .. generated], inputs);
        var sets = new Sets(
            seen.Take([.. Enumerable.Range(0, learned.Length)]),
            seen.Take([.. Enumerable.Range(learned.Length, unseen.Length)]),
            seen.Take([.. Enumerable.Range(real.Length, generated.Length)])
        );
        Dictionary<string, IReadOnlyList<double>> numbers = Measured(sets);
        AddShown(numbers, NearestReal.Of(sets.Learned, sets.Generated), learned, real, generated);
        return new TrialResult { Numbers = numbers };
    }

    private static IReadOnlyList<Image> Read(byte[] model)
    {
        using var reader = new BinaryReader(new MemoryStream(model));
        return GeneratedFile.Read(reader).Pictures;
    }

    private Image Sized(Image picture) =>
        PictureResize.Of(picture, Generator.Gan.Networks.Resolution, Generator.Gan.Networks.Resolution);

    // Shape [pictures, maps].
    private Matrix SeenBy(Image[] pictures, TrialInputs inputs)
    {
        ImageNetwork network = Network.Make(AnyOutputs, inputs.Open, Generator.Seed);
        using var items = new ImageItems(
            network,
            i => PicturePlanes.Of(pictures[i], Generator.Gan.Networks.Resolution, Side, Network.Normalization),
            Side
        );
        network.eval();
        return Matrix.OfRows([
            .. items
                .Features([.. Enumerable.Range(0, pictures.Length)])
                .Select(values => MeansOf(TrunkFeatures.Of(values, Network.Architecture))),
        ]);
    }

    // One row is pooled already.
    private static double[] MeansOf(Matrix maps) =>
        maps.Rows == 1
            ? maps.Row(0).ToArray()
            : [.. Enumerable.Range(0, maps.Rows).Select(map => OrderedSum.Mean(maps.Row(map)))];

    private Dictionary<string, IReadOnlyList<double>> Measured(Sets sets)
    {
        var numbers = new Dictionary<string, IReadOnlyList<double>>
        {
            [LearnedItems] = [sets.Learned.Rows],
            [UnseenItems] = [sets.Unseen.Rows],
        };
        Add(numbers, sets.Learned, sets.Generated, sets.Unseen.Rows, name => name);
        Add(numbers, sets.Learned, sets.Unseen, sets.Unseen.Rows, OfUnseen);
        return numbers;
    }

    private void Add(
        Dictionary<string, IReadOnlyList<double>> numbers,
        Matrix learned,
        Matrix others,
        int compared,
        Func<string, string> named
    )
    {
        Matrix first = others.Take([.. Enumerable.Range(0, Math.Min(compared, others.Rows))]);
        Matrix equal = others.Take([.. Enumerable.Range(0, Math.Min(learned.Rows, others.Rows))]);
        var region = PrecisionAndRecall.Of(learned, equal, Neighbour);
        NearestReal[] nearest = NearestReal.Of(learned, others);
        numbers[named(Frechet)] = [FrechetDistance.Of(learned, first)];
        numbers[named(Precision)] = [region.Precision];
        numbers[named(Recall)] = [region.Recall];
        numbers[named(Copied)] = [(double)nearest.Count(own => own.Distance < own.RealDistance) / nearest.Length];
    }

    private void AddShown(
        Dictionary<string, IReadOnlyList<double>> numbers,
        NearestReal[] nearest,
        int[] learned,
        Image[] real,
        Image[] generated
    )
    {
        for (int k = 0; k < Math.Min(Shown, generated.Length); k++)
        {
            numbers[Picture(k)] = Grey(generated[k]);
            numbers[NearestPicture(k)] = Grey(real[nearest[k].Item]);
            numbers[Nearest(k)] = [learned[nearest[k].Item], nearest[k].Distance, nearest[k].RealDistance];
        }
    }

    // Luma (ITU-R BT.601), in whole numbers.
    private static double[] Grey(Image picture) =>
        [
            .. picture
                .Bytes.Chunk(3)
                .Select(colour => (double)(((299 * colour[0]) + (587 * colour[1]) + (114 * colour[2]) + 500) / 1000)),
        ];

    // Shape [items, maps] each.
    private sealed record Sets(Matrix Learned, Matrix Unseen, Matrix Generated);
}
