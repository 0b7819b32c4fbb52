using Research.Data;
using Research.Evaluation.Trials;
using Research.Features.Normalization;
using Research.Models.Networks;
using Research.Models.Training;
using Research.Numerics;

namespace Research.Evaluation.Recognition;

/// <summary>A network over the frames of a recording, with their scaling.</summary>
/// <param name="scaling">Of the frames, as the training data were scaled.</param>
/// <param name="weights">As ModelFile writes them.</param>
public abstract class NetworkRecognizer(ModelCard card, string kind, object settings, Standardizer scaling, byte[] weights)
    : Recognizer(card, kind, settings)
{
    protected sealed override Answer AnswerAlone(Waveform waveform)
    {
        using IClassLearner learner = Untrained(scaling.Apply(FramesOf(waveform)));
        ModelFile.Read(learner.Network, weights);
        learner.Network.eval();
        float[] scores = learner.Scores([0])[0];
        return new(ClassScores.Softmax(scores), Familiarity.OfScores(scores));
    }

    public sealed override void WriteWeights(BinaryWriter writer) => NetworkFile.Write(writer, scaling, weights);

    /// <summary>The network's frames, not scaled, [frames, features].</summary>
    protected abstract Matrix FramesOf(Waveform waveform);

    /// <summary>A network of the model's size with these frames as its only item, of any class.</summary>
    protected abstract IClassLearner Untrained(Matrix frames);
}
