using Research.Numerics;

namespace Research.Features.Naming;

/// <summary>Receives rows of a feature, part by part, in the order of time.</summary>
/// <param name="rows">Shape [frames of the part, columns].</param>
public delegate void FeatureRows(Matrix rows);
