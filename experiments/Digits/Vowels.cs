using Research.Features.Voice;

namespace Research.Experiments.Digits;

/// <summary>What are the pitch and the formants of the vowels in "one two three"?</summary>
/// <remarks>
/// <para>Follows: digits-1 and digits-2 step 1 (claims digits-1-001 to 024, digits-2-001 to 032). Pitch by autocorrelation and formants by Burg's method, as Praat
/// has them, averaged over each vowel of a man's and a woman's recording.</para>
/// <para>Deviations: the reports do not say where they set their marks. Those at which Praat comes nearest to the
/// published values were found by search: a figure that is reproduced, within one per cent, says that such marks exist; one that is not, that the search found none. Each end is moved by up to 10 ms as well,
/// to show what hangs on it; that lets no other value pass. Beside them stand the values in intervals that the code finds by itself: the loud part of each voiced stretch. On synthetic speech, the truth takes the place of the marks.</para>
/// <para>Run: ./build.sh --target Digits.Vowels --profile paper.</para>
/// </remarks>
internal sealed record Vowels : Experiment, IStudyExperiment
{
    public override string Question => "What are the pitch and the formants of the vowels in \"one two three\"?";

    // Data
    /// <summary>Recordings that are looked at.</summary>
    public required IReadOnlyList<string> Recordings { get; init; }

    public required IReadOnlyList<VowelMark> Marks { get; init; }

    /// <summary>What a published value may differ by for reasons that are not the method's.</summary>
    public required MarkSlips Slips { get; init; }

    // Features
    public required PitchSettings Pitch { get; init; }

    /// <summary>Highest formant where no mark says another.</summary>
    public required double CeilingHz { get; init; }

    public static int Order => 1;

    public static Experiment In(Profile profile)
    {
        var paper = new Vowels
        {
            Data = [Datasets.NtuaPhrases],
            Seeds = [],
            Recordings = ["onetwothree1", "onetwothree8"],
            Marks = PublishedVowels.All,
            Published = PublishedVowels.Values(DigitsStudy.Study.Claims),
            Slips = new()
            {
                Seconds = 0.010,
                Places = 5,
                Agreement = 0.01,
            },
            Pitch = PitchSettings.Praat,
            CeilingHz = 5500,
        };

        // Three words of a low and of a high voice.
        return profile.UsesRecordings()
            ? paper
            : paper with
            {
                Data = [Datasets.SyntheticCourse],
                Recordings = ["1_s01_0", "2_s01_0", "3_s01_0", "1_s03_0", "2_s03_0", "3_s03_0"],
                Marks = [],
                Published = [],
            };
    }

    public override IReadOnlyList<Chart> Charts() =>
        [
            new SpectrogramChart(
                "spectrogram",
                "Pitch and formants over the spectrogram",
                "Dark is loud. The lines are pitch and the first three formants where the voice is on: pitch stays level, formants move with the vowel."
            )
            {
                Panels = "clip",
                Time = "seconds",
                Tracks = "tracks",
                Lines = ["pitch", "F1", "F2", "F3"],
            },
            new ScatterChart(
                "found",
                "Vowels that the code finds by itself",
                "First against second formant: the vowel sets the formants, whoever speaks."
            )
            {
                X = new("F2", "second formant, Hz"),
                Y = new("F1", "first formant, Hz"),
                Colour = new("vowel", "vowel"),
            },
        ];

    /// <summary>What the documents published, for the vowels that the code finds by itself.</summary>
    public required IReadOnlyList<PublishedVowel> Published { get; init; }

    // Tables
    public override Measurement Tabulate(TableInputs inputs)
    {
        Dataset data = inputs.Open(Data[0]);
        VoiceTracks[] voices = [.. Recordings.Select(name => new VoiceTracks(data.Items.First(item => item.Id == name), Pitch))];
        VowelMark[] marks = [.. Marks, .. voices.SelectMany(Truth)];
        FoundVowel[] found = [.. voices.SelectMany(Find)];
        Dictionary<string, VoiceTracks> byItem = voices.ToDictionary(voice => voice.Item.Id);
        var figures = new List<Figure>();
        figures.AddRange(marks.SelectMany(mark => OfMark(mark, byItem[mark.Recording])));
        figures.AddRange(found.SelectMany(OfFound));
        ResultTable[] tables =
        [
            VowelTables.Marks(marks, byItem),
            VowelTables.Found(found),
            VowelTables.Compared(found, Published),
            VowelTables.Tracks(voices, CeilingHz),
            VowelTables.Spectrogram(voices),
        ];
        tables = [.. tables.Where(table => table.Rows.Count > 0)];
        return new(
            figures,
            voices.Any(voice => voice.Item.Marks.Count > 0) ? [.. tables, VowelTables.Truth(voices, CeilingHz)] : tables
        );
    }

    private IEnumerable<VowelMark> Truth(VoiceTracks voice) =>
        voice.Item.Marks.Select(mark => new VowelMark(
            "truth",
            voice.Item.Id,
            voice.Item.Group,
            mark.Label,
            mark.StartSeconds,
            mark.EndSeconds,
            CeilingHz
        ));

    private IEnumerable<Figure> OfMark(VowelMark mark, VoiceTracks voice)
    {
        double[] slips = Slips.OfAnEnd();
        double[] set = voice.Means(mark.FromSeconds, mark.ToSeconds, mark.CeilingHz);
        IEnumerable<double[]> moved =
            from start in slips
            from end in slips
            where start != 0 || end != 0
            select voice.Means(mark.FromSeconds + start, mark.ToSeconds + end, mark.CeilingHz);
        double[][] runs = [.. moved.Prepend(set).Where(means => !set.Any(double.IsNaN) && !means.Any(double.IsNaN))];
        for (int k = 0; k < VoiceTracks.Quantities.Count && runs.Length > 0; k++)
        {
            yield return Hertz($"{mark.Document}, {mark.Speaker}, marks", mark.Vowel, k, [.. runs.Select(means => means[k])]) with
            {
                Answers = PublishedVowels.KeyOf(mark, VoiceTracks.Quantities[k]),
                ComparedWithin = Slips.Agreement * set[k],
            };
        }
    }

    private static IEnumerable<Figure> OfFound(FoundVowel item) =>
        Enumerable
            .Range(0, VoiceTracks.Quantities.Count)
            .Where(k => !double.IsNaN(item.Means[k]))
            .Select(k => Hertz($"speaker {item.Item.Group}, found by itself in {item.Item.Id}", item.Vowel, k, [item.Means[k]]));

    private static Figure Hertz(string variant, string vowel, int quantity, double[] runs) =>
        new()
        {
            Variant = variant,
            Split = "",
            Metric = VoiceTracks.Quantities[quantity],
            Class = vowel,
            Runs = runs,
            RunsDifferBy = RunsDifferBy.Marks,
            IsShare = false,
        };

    private IEnumerable<FoundVowel> Find(VoiceTracks voice)
    {
        string[] words = voice.Item.Label!.Split(' ');
        IReadOnlyList<(double From, double To)> stretches = VowelFinder.Stretches(voice.Pitch, words.Length);
        for (int i = 0; i < stretches.Count && stretches.Count == words.Length; i++) // a word that is missing shifts all others
        {
            (double from, double to) = stretches[i];
            switch (words[i])
            {
                case "one" or "1":
                    double glide = VowelFinder.EndOfGlide(voice.Formants(CeilingHz), from, to);
                    yield return Of("u (one)", from, glide);
                    yield return Of("a", glide, to);
                    break;
                case "two" or "2":
                    yield return Of("u (two)", from, to);
                    break;
                case "three" or "3":
                    yield return Of("i", from, to);
                    break;
                default:
                    break;
            }
        }

        FoundVowel Of(string vowel, double from, double to) => new(voice.Item, vowel, from, to, voice.Means(from, to, CeilingHz));
    }
}

/// <summary>A vowel that the code found by itself.</summary>
internal sealed record FoundVowel(Item Item, string Vowel, double From, double To, double[] Means);
