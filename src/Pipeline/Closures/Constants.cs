using System.Globalization;
using Mono.Cecil.Cil;

namespace Research.Pipeline.Closures;

/// <summary>Numbers and texts in code, as a person would write them.</summary>
internal static class Constants
{
    private const int LongestText = 60;

    /// <summary>What an instruction loads; null where that is no constant.</summary>
    public static string? Of(Instruction instruction) =>
        instruction.Operand switch
        {
            string text => $"\"{(text.Length > LongestText ? string.Concat(text.AsSpan(0, LongestText), "…") : text)}\"",
            float number => number.ToString("R", CultureInfo.InvariantCulture),
            double number => number.ToString("R", CultureInfo.InvariantCulture),
            int or long or sbyte or byte => Convert.ToString(instruction.Operand, CultureInfo.InvariantCulture),
            null => Short(instruction.OpCode.Code),
            _ => null,
        };

    // The integers from -1 to 8 are instructions by themselves.
    private static string? Short(Code code) =>
        code is >= Code.Ldc_I4_M1 and <= Code.Ldc_I4_8
            ? ((int)code - (int)Code.Ldc_I4_0).ToString(CultureInfo.InvariantCulture)
            : null;
}
