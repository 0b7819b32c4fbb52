using Research.Results.Claims;

namespace Research.Experiments.Tests;

/// <summary>Figures with the published ones that they answer.</summary>
internal static class Answers
{
    /// <summary>Those that answer one, in their order.</summary>
    public static (Figure Figure, Claim Claim)[] In(IEnumerable<Figure> figures, ClaimBook claims) =>
        [
            .. figures
                .Where(figure => claims.Find(figure.Answers) is not null)
                .Select(figure => (figure, claims.Find(figure.Answers)!)),
        ];

    /// <summary>Ids of the published figures that are answered, in order; one that is answered twice stands twice.</summary>
    public static string[] Ids(IEnumerable<Figure> figures, ClaimBook claims) =>
        [.. In(figures, claims).Select(own => own.Claim.Id).Order(StringComparer.Ordinal)];
}
