namespace Research.Experiments.GenreAffect;

/// <summary>What do the report's networks reach on its own spectrograms?</summary>
/// <remarks>
/// <para>Follows: steps 5, 6, 7 and 9a (claims genre-affect-007 to 164, 173 and 174), for those who have the course's archive: there is no such experiment in a checkout without it. Its networks are those of Lstm and
/// Cnn as published, its figures are compared, and take the place of those on GTZAN in claims.csv.</para>
/// <para>Deviations: the convolutional network looks at windows of 256 frames. The report's validation part is drawn anew: a third of its training part. Run: ./build.sh --target GenreAffect.CourseGenres --profile paper.</para>
/// </remarks>
internal sealed record CourseGenres : Experiment, IStudyExperiment
{
    private const string Published = "published split";

    public override string Question => "What do the report's networks reach on its own spectrograms?";

    // Data, features, models and training
    public required GenreNetworks Sequences { get; init; }

    public required GenreNetworks Pictures { get; init; }

    /// <summary>The convolutional network of which the best epoch is kept.</summary>
    public required GenreNetworks Kept { get; init; }

    public static int Order => 60;

    public static Experiment? In(Profile profile) =>
        profile == Profile.Paper && CourseData.Has(CourseData.Genres, CourseData.GenresBetweenBeats) ? Of() : null;

    /// <summary>On the arrays, wherever they are.</summary>
    internal static CourseGenres Of()
    {
        PinnedDataset whole = CourseData.Named(CourseData.Genres);
        PinnedDataset beats = CourseData.Named(CourseData.GenresBetweenBeats);
        var lstm = (Lstm)Lstm.In(Profile.Paper);
        NetworkVariant cnn = ((Cnn)Cnn.In(Profile.Paper)).Networks.Variants[0];
        NetworkVariant picture = On(
            cnn with
            {
                Network = ((PictureNetworkSettings)cnn.Network) with { WindowFrames = 256 },
            },
            whole
        );
        NetworkVariant kept = picture with
        {
            Name = "cnn, 4 blocks, mel, best epoch kept",
            Claimed = "best epoch kept",
            KeepsModels = true, // for CourseAffect
            Training = picture.Training with { Stopping = EarlyStopping.After(picture.Training.Epochs) },
        };
        GenreNetworks Networks(params IReadOnlyList<NetworkVariant> variants) =>
            new(whole, [(Published, Split)], variants, GenreSettings.ThreeSeeds) { OnOwnData = true };
        return new CourseGenres
        {
            Data = [whole, beats],
            Seeds = GenreSettings.ThreeSeeds,
            Sequences = Networks([
                .. lstm
                    .Networks.Variants.Where(variant => variant.Claimed.Length > 0)
                    .Select(variant => On(variant, variant.Frames.BeatSynchronous ? beats : whole)),
            ]),
            Pictures = Networks(picture),
            Kept = Networks(kept),
        };
    }

    public override IReadOnlyList<Trial> Trials => [.. Sequences.Trials, .. Pictures.Trials, .. Kept.Trials];

    public override IReadOnlyList<Chart> Charts() =>
        [
            BarChart.Accuracies("Mean over the seeds with its 95 % interval.", Published),
            MatrixChart.Confusion("Which genre is taken for which, first seed.", Published),
        ];

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        GenreNetworks all = Pictures with { Variants = [.. Sequences.Variants, .. Pictures.Variants, .. Kept.Variants] };
        return new(
            [
                .. Sequences.Answering(inputs, "lstm", "lstm", classes: true),
                .. Pictures.Answering(inputs, "cnn", "cnn", classes: false),
                .. Kept.Answering(inputs, "cnn", "cnn-checkpoint", classes: false),
            ],
            all.Tables(inputs)
        );
    }

    private static PublishedSplit Split =>
        new()
        {
            Validation = new Holdout
            {
                Fraction = 0.33,
                Draw = Draw.Items,
                Stream = "course/validation",
            },
        };

    private static NetworkVariant On(NetworkVariant variant, PinnedDataset data)
    {
        (int first, int count) = variant.Frames.Part switch
        {
            MusicPart.Mel => (0, CourseData.MelBands),
            MusicPart.Chroma => (CourseData.MelBands, CourseData.PitchClasses),
            _ => (0, CourseData.MelBands + CourseData.PitchClasses),
        };
        return variant with
        {
            Given = new ItemBands
            {
                Data = data,
                First = first,
                Count = count,
            },
        };
    }
}
