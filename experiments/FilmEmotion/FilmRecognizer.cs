using Research.Features.Images;
using Research.Models.Networks.Items;
using Research.Models.Networks.Pretrained;

namespace Research.Experiments.FilmEmotion;

/// <summary>A whole network over pictures of ten seconds: emotion over time, and the vote of the windows.</summary>
internal sealed class FilmRecognizer : Recognizer, IHearsWindows
{
    public const string KindName = "film-pictures";

    public const string Note =
        "Each ten seconds are drawn as a mel spectrogram and looked at by themselves; the answer is the mean of their probabilities. It learned from piano pieces on a synthetic instrument, "
        + "so of other music it says less than its score suggests.";

    private const int SmallestSide = 32;
    private const int LargestSide = 512;

    // With the weights that each trunk has, so that a file that cannot hold them is refused before memory is asked for.
    internal static readonly Dictionary<ImageArchitecture, (PretrainedNetwork Network, int Weights)> Known = new()
    {
        [ImageArchitecture.SqueezeNet11] = (PretrainedNetwork.SqueezeNet11, 722_496),
        [ImageArchitecture.ResNet18Onnx] = (PretrainedNetwork.ResNet18, 15_897_152),
    };

    private readonly PretrainedNetwork _known;
    private readonly FilmRecognizerSettings _settings;
    private readonly byte[] _weights;
    private readonly ImageNetwork _network;

    /// <param name="weights">As ModelFile writes them.</param>
    /// <exception cref="InvalidDataException">The pictures are of no side that can be, or the weights are damaged or too few for the network.</exception>
    /// <exception cref="ArgumentException">The weights are of another network; names what differs.</exception>
    public FilmRecognizer(ModelCard card, FilmRecognizerSettings settings, byte[] weights)
        : base(card, KindName, settings)
    {
        if (settings.Side is < SmallestSide or > LargestSide)
        {
            throw new InvalidDataException(
                $"Its pictures have {settings.Side} pixels a side; {SmallestSide} to {LargestSide} can be."
            );
        }

        (_known, int least) = Known.TryGetValue(settings.Architecture, out (PretrainedNetwork Network, int Weights) found)
            ? found
            : throw new InvalidDataException(
                $"It is a network '{settings.Architecture}'; of pictures of music {string.Join(" and ", Known.Keys)} can be."
            );
        NetworkFile.CheckRoom(weights, least);
        (_settings, _weights) = (settings, weights);
        _network = ImageNetworks.Of(settings.Architecture, card.Labels.Count);
        ModelFile.Read(_network, weights);
        _network.eval();
    }

    public double WindowSeconds => SpectrogramPictureSettings.Film.Seconds;

    protected override Answer AnswerAlone(Waveform waveform) => WindowVote.Of(Windows(waveform));

    public IReadOnlyList<WindowAnswer> Windows(Waveform waveform) => WindowVote.Each(waveform, WindowSeconds, OfWindow);

    public override void WriteWeights(BinaryWriter writer) => writer.Write(_weights);

    public static Recognizer Read(ModelCard card, FilmRecognizerSettings settings, BinaryReader reader)
    {
        using var rest = new MemoryStream();
        reader.BaseStream.CopyTo(rest);
        return new FilmRecognizer(card, settings, rest.ToArray());
    }

    private Answer OfWindow(Waveform window)
    {
        Matrix levels = SpectrogramPicture.Levels(window, SpectrogramPictureSettings.Film);
        float[] planes = PictureLevels.Planes(levels, _settings.Side, _known.Normalization);
        var pictures = new ImageItems(_network, _ => planes, _settings.Side);
        float[] scores = pictures.Outputs([0])[0];
        return new(ClassScores.Softmax(scores), Familiarity.OfScores(scores));
    }
}

internal sealed class FilmModelKind() : ModelKind<FilmRecognizerSettings>(FilmRecognizer.KindName, FilmRecognizer.Read);

/// <summary>Pictures of a recogniser of emotion.</summary>
internal sealed record FilmRecognizerSettings
{
    public required ImageArchitecture Architecture { get; init; }

    /// <summary>In pixels.</summary>
    public required int Side { get; init; }
}
