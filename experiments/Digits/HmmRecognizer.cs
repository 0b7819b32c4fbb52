namespace Research.Experiments.Digits;

/// <summary>Digit models with their frames: one hidden Markov model a digit.</summary>
internal sealed class HmmRecognizer(ModelCard card, HmmRecognizerSettings settings, Standardizer scaling, HmmClassifier models)
    : Recognizer(card, KindName, settings)
{
    public const string KindName = "hmm";

    /// <summary>Each digit as likely as the others before anything is heard; Viterbi log-probabilities, as the study decides.</summary>
    protected override Answer AnswerAlone(Waveform waveform)
    {
        Matrix frames = scaling.Apply(settings.Of(waveform));
        double[] scores = models.LogProbabilities([frames])[0];
        return new(ClassScores.Softmax(scores), Familiarity.OfHmms(scores, frames.Rows));
    }

    public override void WriteWeights(BinaryWriter writer) => HmmFile.Write(writer, scaling, models);

    public static Recognizer Read(ModelCard card, HmmRecognizerSettings settings, BinaryReader reader)
    {
        (Standardizer scaling, HmmClassifier models) = HmmFile.Read(reader);
        return new HmmRecognizer(card, settings, scaling, models);
    }
}

internal sealed class HmmModelKind() : ModelKind<HmmRecognizerSettings>(HmmRecognizer.KindName, HmmRecognizer.Read);

/// <summary>Frames of a recogniser of hidden Markov models.</summary>
/// <param name="PerUtterance">Whether each recording is brought to mean 0 and deviation 1 by itself, which takes much of the voice and of the microphone away.</param>
internal sealed record HmmRecognizerSettings(DigitFrontEnd FrontEnd, bool PerUtterance)
{
    /// <summary>Shape [frames, coefficients].</summary>
    public Matrix Of(Waveform waveform) =>
        PerUtterance ? Standardizer.PerUtterance(FrontEnd.Of(waveform)) : FrontEnd.Of(waveform);
}
