namespace Research.Models.Training;

/// <summary>A network that learns classes, with its data.</summary>
public interface IClassLearner : ILearner, IDisposable
{
    /// <summary>Scores of the classes of each item, in the items' order.</summary>
    float[][] Scores(IReadOnlyList<int> items);
}
