namespace Research.Experiments.Digits;

/// <summary>A recurrent network over MFCC frames, with its frames.</summary>
internal sealed class LstmRecognizer(ModelCard card, LstmRecognizerSettings settings, Standardizer scaling, byte[] weights)
    : Recognizer(card, KindName, settings)
{
    public const string KindName = "recurrent";

    protected override Answer AnswerAlone(Waveform waveform)
    {
        Matrix frames = scaling.Apply(settings.FrontEnd.Of(waveform));
        using var learner = new SequenceLearner([frames], [0], Card.Labels.Count, settings.Network, 0);
        ModelFile.Read(learner.Network, weights);
        learner.Network.eval();
        float[] scores = learner.Scores([0])[0];
        return new(ClassScores.Softmax(scores), Familiarity.OfScores(scores));
    }

    public override void WriteWeights(BinaryWriter writer) => NetworkFile.Write(writer, scaling, weights);

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
