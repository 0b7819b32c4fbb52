using Research.Data.Audio;
using Research.Features.Descriptors;
using Research.Features.Sampling;
using Research.Models.Networks.Pretrained;

namespace Research.Experiments.GenreAffect;

/// <summary>Logistic regression over one vector a window of a recording: the genre over time, and the vote of the windows.</summary>
internal sealed class GenreRecognizer : Recognizer, IHearsWindows
{
    public const string KindName = "genre-windows";

    public const string Note =
        "Each window is heard by itself; the answer is the mean of their probabilities. The songs of the test part are others, but artists may be on both sides: "
        + "with artists on one side only, fewer are recognised (GenreAffect.Clips, fault-filtered).";

    public const string NetworkNote =
        " It holds the weights of MusiCNN (Music Technology Group, Universitat Pompeu Fabra; CC BY-NC-SA 4.0): pass it on under the same terms, for no commercial use.";

    private const double LongestWindowSeconds = 60;

    private readonly GenreRecognizerSettings _settings;
    private readonly Standardizer _scaling;
    private readonly LogisticRegression _model;
    private readonly IReadOnlyDictionary<string, Matrix> _tensors;
    private readonly MusiCnn? _network;

    /// <param name="tensors">Of the pretrained network; none where the vectors need none.</param>
    /// <exception cref="InvalidDataException">The window is of no length that can be.</exception>
    public GenreRecognizer(
        ModelCard card,
        GenreRecognizerSettings settings,
        Standardizer scaling,
        LogisticRegression model,
        IReadOnlyDictionary<string, Matrix> tensors
    )
        : base(card, KindName, settings)
    {
        if (settings.WindowSeconds is not (> 0 and <= LongestWindowSeconds))
        {
            throw new InvalidDataException(
                FormattableString.Invariant(
                    $"Its windows last {settings.WindowSeconds} s; more than 0 and at most {LongestWindowSeconds} s can be."
                )
            );
        }

        (_settings, _scaling, _model, _tensors) = (settings, scaling, model, tensors);
        _network = settings.Vectors == ClipVectors.MusiCnnEmbedding ? new MusiCnn(new NamedWeights(tensors)) : null;
    }

    public double WindowSeconds => _settings.WindowSeconds;

    protected override Answer AnswerAlone(Waveform waveform) => WindowVote.Of(Windows(waveform));

    public IReadOnlyList<WindowAnswer> Windows(Waveform waveform)
    {
        Waveform wave = Levelled(RateChange.Of(waveform, RateSettings.To(_settings.SampleRateHz)));
        return WindowVote.Each(wave, WindowSeconds, OfWindow);
    }

    public override void WriteWeights(BinaryWriter writer)
    {
        VectorFile.Write(writer, _scaling, _model);
        if (_network is not null)
        {
            TensorsFile.Write(writer, _tensors);
        }
    }

    public static Recognizer Read(ModelCard card, GenreRecognizerSettings settings, BinaryReader reader)
    {
        (Standardizer scaling, LogisticRegression model) = VectorFile.Read(reader);
        IReadOnlyDictionary<string, Matrix> tensors =
            settings.Vectors == ClipVectors.MusiCnnEmbedding ? TensorsFile.Read(reader) : new Dictionary<string, Matrix>();
        return new GenreRecognizer(card, settings, scaling, model, tensors);
    }

    // A recording whose level none of the training had is brought to the middle of theirs: MusiCNN hears quiet piano music as blues.
    private Waveform Levelled(Waveform wave)
    {
        InputRange seen = Card.Seen;
        double level = SignalLevel.Decibels(wave);
        if (!double.IsFinite(level) || (level >= seen.QuietestDecibels && level <= seen.LoudestDecibels))
        {
            return wave;
        }

        double gain = PortableMath.Pow(10.0, ((0.5 * (seen.QuietestDecibels + seen.LoudestDecibels)) - level) / 20);
        return new([.. wave.Samples.Select(sample => gain * sample)], wave.SampleRateHz);
    }

    private Answer OfWindow(Waveform window)
    {
        double[] vector = _network is null
            ? BandStatistics.Of(GenreSettings.Mel(GenreSettings.StatisticsBands).Of(new Item("", null, "", null, window)))
            : MusiCnnVectors.Of(_network, window, MusiCnnOutput.Embedding);
        Matrix values = _scaling.Apply(Matrix.OfRows([vector]));
        return new(_model.Probabilities(values).Row(0).ToArray(), Familiarity.OfStandardised(values.Row(0)));
    }
}

internal sealed class GenreModelKind() : ModelKind<GenreRecognizerSettings>(GenreRecognizer.KindName, GenreRecognizer.Read);

/// <summary>Windows and vectors of a recogniser of genres.</summary>
internal sealed record GenreRecognizerSettings
{
    public required ClipVectors Vectors { get; init; }

    /// <summary>Of the recordings that it learned from; any other is resampled.</summary>
    public required int SampleRateHz { get; init; }

    public required double WindowSeconds { get; init; }
}

/// <summary>One vector a window.</summary>
internal enum ClipVectors
{
    /// <summary><see cref="FrameStatistics"/> of mel bands.</summary>
    MelStatistics,

    /// <summary>What a pretrained MusiCNN says of it; the network travels with the model.</summary>
    MusiCnnEmbedding,
}
