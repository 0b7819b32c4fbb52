using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>A fitted model that gives every row a class, 0 … classes − 1.</summary>
public interface IClassifier
{
    /// <param name="rows">Shape [rows, features].</param>
    int[] Predict(Matrix rows);
}
