// SPDX-License-Identifier: Apache-2.0
package dev.clew.code.frame;

import static org.assertj.core.api.Assertions.assertThat;

import dev.clew.event.StackFrame;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrameNamesTest {
  @ParameterizedTest(name = "{0} {1} is {2}")
  @CsvSource(
      textBlock =
          """
          com.acme.Pay, charge, charge
          com.acme.Pay, lambda$charge$0, charge
          com.acme.Pay, lambda$static$3, ''
          com.acme.Pay, access$charge, charge
          com.acme.Pay$$SpringCGLIB$$0, CGLIB$charge$2, charge
          com.acme.Pay, $anonfun$charge$1, charge
          com.acme.Pay, $anonfun$charge$1$adapted, charge
          com.acme.PayKt, charge$lambda$0, charge
          com.acme.PayKt, charge$default, charge
          com.acme.PayKt, charge$suspendImpl, charge
          com.acme.Pay$charge$2, invokeSuspend, charge
          com.acme.Pay$Inner, <init>, Inner
          com.acme.Pay, <clinit>, ''
          main, (*Server).Pay, Pay
          main, (*Server).Pay.func1, Pay
          main, Pay.func2.1, Pay
          main, (*Server).Pay-fm, Pay
          main, Sum[...], Sum
          '', <module>, ''
          '', Server.pay.<locals>.inner, pay
          Object, <anonymous>, ''
          Cart, total, total
          Shop.Pay+<ChargeAsync>d__5, MoveNext, ChargeAsync
          Shop.Pay, <Charge>b__0, Charge
          Shop.Pay, .ctor, Pay
          '', block in charge, charge
          '', block (2 levels) in charge, charge
          '', Shop::Pay#charge!, charge
          shop::pay::charge, {{closure}}, charge
          shop::pay, charge::h0123456789abcdef, charge
          shop, charge<int>, charge
          """)
  void knowsWhatTheSourceCallsIt(String module, String printed, String function) {
    assertThat(FrameNames.function(new StackFrame(module, printed, null, 0))).isEqualTo(function);
  }
}
