using Research.Results.Trials;

namespace Research.Evaluation.Recognition;

/// <summary>An experiment whose model can be trained on a user's own recordings.</summary>
public interface ITrainsOnOwnData
{
    /// <summary>Whether its classifier learns from a user's own features too: a table, or arrays.</summary>
    bool TakesMatrices => false;

    /// <summary>The trial that trains the model, which is kept, and how it is read back.</summary>
    ExportedModel On(OwnData own);

    /// <summary>What the trained model says of itself.</summary>
    /// <param name="model">As <see cref="On"/> gave it.</param>
    /// <param name="result">Of its trial.</param>
    ModelCard CardOf(ExportedModel model, OwnData own, TrialResult result);
}
