using System.Reflection.Emit;

namespace Research.Torch.Tests.Devices.Ptx;

/// <summary>The conversions that our kernels need.</summary>
internal static class PtxConversion
{
    /// <summary>False for a conversion that the machine does not have.</summary>
    public static bool Translate(ILGenerator il, PtxOperands operands, string name, string[] given)
    {
        string[] parts = name.Split('.');
        (string to, string from) = (parts[^2], parts[^1]);
        if (PtxInstruction.ClassOf(from) == PtxClass.Word && operands.IsLong(given[1]))
        {
            operands.Push(given[1], PtxClass.Long); // of a wider register the low bits count
            il.Emit(OpCodes.Conv_I4);
        }
        else
        {
            operands.Push(given[1], PtxInstruction.ClassOf(from));
        }

        switch (name)
        {
            case "cvt.u64.u32" or "cvt.u64.u16":
                il.Emit(OpCodes.Conv_U8);
                break;
            case "cvt.s64.s32":
                il.Emit(OpCodes.Conv_I8);
                break;
            case "cvt.u32.u64":
                il.Emit(OpCodes.Conv_I4);
                break;
            case "cvt.u32.u16":
                break;
            case "cvt.u16.u32" or "cvt.u16.u64":
                il.Emit(OpCodes.Conv_U2);
                break;
            case "cvt.f64.f32" or "cvt.rn.f64.s32" or "cvt.rn.f64.s64":
                il.Emit(OpCodes.Conv_R8);
                break;
            case "cvt.rn.f32.s32" or "cvt.rn.f32.s64":
                il.Emit(OpCodes.Conv_R4);
                break;
            case "cvt.rn.f32.f64":
                Call(il, nameof(PtxArithmetic.Narrow), typeof(double));
                break;
            case "cvt.rn.f64.u64":
                Call(il, nameof(PtxArithmetic.FromUnsigned), typeof(ulong));
                break;
            case "cvt.rn.f64.u32":
                Call(il, nameof(PtxArithmetic.FromUnsigned), typeof(uint));
                break;
            case "cvt.rmi.f32.f32":
                Call(il, nameof(PtxArithmetic.Floor), typeof(float));
                break;
            case "cvt.rmi.f64.f64":
                Call(il, nameof(PtxArithmetic.Floor), typeof(double));
                break;
            case "cvt.rpi.f32.f32":
                Call(il, nameof(PtxArithmetic.Ceiling), typeof(float));
                break;
            case "cvt.rzi.s32.f32":
                Call(il, nameof(PtxArithmetic.Whole), typeof(float));
                break;
            case "cvt.rzi.s32.f64":
                Call(il, nameof(PtxArithmetic.Whole), typeof(double));
                break;
            case "cvt.rzi.s64.f32":
                Call(il, nameof(PtxArithmetic.WholeLong), typeof(float));
                break;
            default:
                return false;
        }

        operands.Pop(given[0], PtxInstruction.ClassOf(to));
        return true;
    }

    private static void Call(ILGenerator il, string method, Type type) =>
        il.Emit(OpCodes.Call, typeof(PtxArithmetic).GetMethod(method, [type])!);
}
