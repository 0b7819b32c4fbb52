using Research.Data;
using Research.Results.Trials;

namespace Research.Evaluation.Recognition;

/// <summary>An experiment whose model can be trained on a user's own recordings.</summary>
public interface ITrainsOnOwnData
{
    /// <summary>The trial that trains the model, which is kept, and how it is read back.</summary>
    /// <param name="own">The user's dataset.</param>
    /// <param name="sampleRateHz">Of its recordings.</param>
    ExportedModel On(DatasetRef own, int sampleRateHz);

    /// <summary>What the trained model says of itself.</summary>
    /// <param name="model">As <see cref="On"/> gave it.</param>
    /// <param name="result">Of its trial.</param>
    ModelCard CardOf(ExportedModel model, Dataset data, TrialResult result);
}
