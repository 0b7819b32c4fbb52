namespace Research.Models.Mixtures;

/// <summary>The shape of a Gaussian's covariance matrix.</summary>
public enum Covariance
{
    Diagonal,
    Full,
}
