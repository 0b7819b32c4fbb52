namespace Research.Experiments.Digits;

/// <summary>A recurrent network over MFCC frames, with its frames.</summary>
internal sealed class LstmRecognizer(ModelCard card, LstmRecognizerSettings settings, Standardizer scaling, byte[] weights)
    : NetworkRecognizer(card, KindName, settings, scaling, weights)
{
    public const string KindName = "recurrent";

    protected override Matrix FramesOf(Waveform waveform) => settings.FrontEnd.Of(waveform);

    protected override IClassLearner Untrained(Matrix frames) =>
        new SequenceLearner([frames], [0], Card.Labels.Count, settings.Network, 0);

    public static Recognizer Read(ModelCard card, LstmRecognizerSettings settings, BinaryReader reader)
    {
        (Standardizer scaling, byte[] weights) = NetworkFile.Read(reader);
        NetworkFile.CheckRoom(weights, settings.Network.LeastWeights(scaling.Mean.Length, card.Labels.Count));
        return new LstmRecognizer(card, settings, scaling, weights);
    }
}

internal sealed class LstmModelKind() : ModelKind<LstmRecognizerSettings>(LstmRecognizer.KindName, LstmRecognizer.Read);

/// <summary>Frames and network of a recurrent recogniser.</summary>
internal sealed record LstmRecognizerSettings(DigitFrontEnd FrontEnd, RecurrentSettings Network);
