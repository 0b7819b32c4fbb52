using CsCheck;

namespace Research.Tests;

/// <summary>Properties checked on generated cases: the same cases on every run and machine.</summary>
internal static class Property
{
    private const uint Stream = 13;
    private const int MoreToShrink = 2_000;

    /// <summary>Checks a property on cases 0, 1, 2, …; the first that fails is made smaller, and the message gives its seed.</summary>
    /// <param name="property">Throws where it does not hold.</param>
    public static void HoldsFor<T>(this Gen<T> cases, int count, Action<T> property)
    {
        for (uint i = 0; i < count; i++)
        {
            string seed = new PCG(Stream, i).ToString();
            try
            {
                cases.Sample(property, seed: seed, iter: 1, threads: 1);
            }
            catch (CsCheckException)
            {
                cases.Sample(property, seed: seed, iter: MoreToShrink, threads: 1);
                throw;
            }
        }
    }
}
