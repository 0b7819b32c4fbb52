using Research.Data.Classes;
using Research.Models.Networks.Generative;

namespace Research.Experiments.FilmEmotion;

/// <summary>A task of which there are few pictures, and the generators that make more of them, one a class.</summary>
/// <param name="Heard">Its split leaves few pictures to learn from.</param>
/// <param name="Labels">The classes.</param>
internal sealed record GanCase(PictureCase Heard, IReadOnlyList<string> Labels)
{
    private const string FewBySong = "by song, few to learn from";
    private const string Stream = "film/few";
    private const string ValidationStream = "film/few validation";

    /// <summary>Networks and training in words, as tables have them.</summary>
    public required string GanName { get; init; }

    public required GanSettings Gan { get; init; }

    /// <summary>Portions of the generators' training.</summary>
    public required int Epochs { get; init; }

    /// <summary>Real pictures shown in each.</summary>
    public required int PicturesAnEpoch { get; init; }

    /// <summary>New pictures of each class.</summary>
    public required int Generated { get; init; }

    /// <summary>What recognises the classes.</summary>
    public required PretrainedNetwork Network { get; init; }

    /// <summary>As the claims name that network; empty where they have none.</summary>
    public required string ClaimedNetwork { get; init; }

    /// <summary>Of the pictures that it sees, in pixels.</summary>
    public required int Side { get; init; }

    /// <summary>Which pictures it learns from; the first way is what the others are held against.</summary>
    public required IReadOnlyList<GeneratedWay> Ways { get; init; }

    /// <summary>
    /// Pop piano with the study's numbers of pictures: those of happy for Q1, of anger for Q2, of sad for Q3, of tender for Q4; a fifth of them validates. Tested are clips of other songs.
    /// </summary>
    public static PictureCase FewPiano { get; } =
        PictureCase.Piano().First() with
        {
            SplitName = FewBySong,
            Split = new FewOfEachClass
            {
                Within = PictureCase.OfGroups(5),
                Learned = [new("Q1", 25), new("Q2", 11), new("Q3", 35), new("Q4", 36)],
                TestPerClass = 30,
                Validation = Holdout.Stratified(0.2, ValidationStream),
                Stream = Stream,
            },
        };

    /// <summary>The study's emotions on all of its recordings, 40 of each tested; nothing is learned where only a part is here.</summary>
    public static PictureCase Film => PictureCase.Film().First(own => own.Task.Target == "emotions");

    /// <summary>Generated music in thirds of its energy, few of each to learn from.</summary>
    public static PictureCase Synthetic(int learned, int tested) =>
        PictureCase.Synthetic().First() with
        {
            SplitName = "by excerpt, few to learn from",
            Split = new FewOfEachClass
            {
                Within = PictureCase.LeakyQuadrants.Split,
                Learned = [.. Thirds.Select(label => new ClassSize(label, learned))],
                TestPerClass = tested,
                Validation = Holdout.Stratified(0.2, ValidationStream),
                Stream = Stream,
            },
        };

    public static IReadOnlyList<string> Quadrants { get; } = ["Q1", "Q2", "Q3", "Q4"];

    public static IReadOnlyList<string> Thirds { get; } = [TargetThirds.Low, TargetThirds.Medium, TargetThirds.High];

    public string Name => Heard.Name;

    /// <summary>One a class, for a seed.</summary>
    public IReadOnlyList<GanTrial> Generators(ulong seed) => [.. Labels.Select(label => Generator(label, seed))];

    /// <summary>What a trained network sees of a generator's pictures.</summary>
    public GeneratedSetTrial LookedAt(string label, ulong seed) =>
        new()
        {
            Generator = Generator(label, seed),
            Network = Network,
            Side = Side,
            Neighbour = 3, // as Kynkäänniemi et al. have it
            Shown = 4,
        };

    /// <summary>A training of a network with generated pictures.</summary>
    public AugmentedPictureTrial Recognised(GeneratedWay way, ulong seed) =>
        new()
        {
            Pictures = Heard.Pictures,
            Generators = way.UsesGenerated ? Generators(seed) : [],
            Generated = way.Generated,
            LearnsReal = way.LearnsReal,
            VariantName = VariantOf(way),
            Network = Network,
            Detail = Gan.Networks.Resolution,
            Side = Side,
            Training = way.Training,
            Seed = seed,
        };

    /// <summary>Data, task, network and pictures in words, as tables have them.</summary>
    public string VariantOf(GeneratedWay way) => FormattableString.Invariant($"{Name}, {Network.Name} {Side}, whole, {way.Name}");

    private GanTrial Generator(string label, ulong seed) =>
        new()
        {
            Pictures = Heard.Pictures,
            Label = label,
            VariantName = $"{Heard.Task.Rule.Name}, {GanName}",
            Gan = Gan,
            Epochs = Epochs,
            PicturesAnEpoch = PicturesAnEpoch,
            Generated = Generated,
            Truncation = 1,
            KeepsModel = false,
            Seed = seed,
        };
}
