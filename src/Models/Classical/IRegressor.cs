using Research.Numerics;

namespace Research.Models.Classical;

/// <summary>A fitted model that gives every row a real value.</summary>
public interface IRegressor
{
    /// <param name="rows">Shape [rows, features].</param>
    /// <returns>Shape [rows], in the unit of the targets that it was fitted to.</returns>
    double[] Predict(Matrix rows);
}
